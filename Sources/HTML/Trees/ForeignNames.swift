/// The names that the parser writes differently in SVG and MathML, by their numbers.
struct ForeignNames: Sendable {
  /// Names of SVG elements with capitals, by their lower-case form.
  private(set) var svgElements: [Int32: Int32] = [:]
  /// The lower-case forms of those names.
  private(set) var lowered: [Int32: Int32] = [:]
  private(set) var svgAttributes: [Int32: Int32] = [:]
  private(set) var prefixed: [Int32: (prefix: AttributePrefix, name: Int32)] = [:]
  private(set) var definitionURL: (plain: Int32, adjusted: Int32) = (-1, -1)

  /// The initial table of names with these names added, and where they are.
  static let initial: (names: NameTable, foreign: ForeignNames) = {
    var names = NameTable.initial
    let foreign = ForeignNames(&names)
    return (names, foreign)
  }()

  private init(_ names: inout NameTable) {
    for word in Self.elements.split(separator: " ") {
      let pair = Self.pair(String(word), &names)
      svgElements[pair.plain] = pair.adjusted
      lowered[pair.adjusted] = pair.plain
    }
    for word in Self.attributes.split(separator: " ") {
      let pair = Self.pair(String(word), &names)
      svgAttributes[pair.plain] = pair.adjusted
    }
    definitionURL = Self.pair("definitionURL", &names)
    for word in Self.prefixes.split(separator: " ") {
      let parts = word.split(separator: ":")
      let prefix: AttributePrefix =
        parts[0] == "xlink" ? .xlink : parts[0] == "xml" ? .xml : .xmlns
      prefixed[names.number(of: Array(word.utf8))] = (
        prefix, names.number(of: Array((parts.count > 1 ? parts[1] : parts[0]).utf8))
      )
    }
  }

  private static func pair(
    _ word: String, _ names: inout NameTable
  ) -> (plain: Int32, adjusted: Int32) {
    (names.number(of: word.utf8.map(\.asciiLowercase)), names.numberKeepingCase(of: word))
  }

  private static let elements = """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath \
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting \
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient \
    radialGradient textPath
    """

  private static let attributes = """
    attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits \
    diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix \
    kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight \
    markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits \
    patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha \
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions \
    requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation \
    stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox \
    viewTarget xChannelSelector yChannelSelector zoomAndPan
    """

  private static let prefixes = """
    xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type \
    xml:lang xml:space xmlns xmlns:xlink
    """
}
