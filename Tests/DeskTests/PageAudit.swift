/// What a person may rightly expect of any page, looked for in the browser itself.
enum PageAudit {
  /// A script's expression: the page's faults, one a line.
  ///
  /// One `h1`, headings that leave out no level, landmarks, a language, names on whatever can be used,
  /// no id twice, no sideways scrolling, and WCAG 2.2 AA's contrasts (4.5 for text, 3 for large text and
  /// for the edges of fields), reckoned from the colours that the browser shows.
  static let faults = #"""
    (() => {
      const faults = [];
      const shown = e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      const name = e => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}${
        e.getAttribute("class") ? "." + e.getAttribute("class").replaceAll(" ", ".") : ""} ‘${
        (e.textContent || "").trim().slice(0, 30)}’`;

      if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
      if (!document.documentElement.lang) faults.push("no language");
      for (const part of ["header", "nav[aria-label]", "main", "footer", "form[role=search]"])
        if (!document.querySelector(part)) faults.push("no " + part);
      let level = 0;
      for (const h of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
        if (+h.tagName[1] > level + 1) faults.push("a level is left out before " + name(h));
        level = +h.tagName[1];
        if (!h.textContent.trim()) faults.push("an empty heading");
      }
      const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push("twice #" + id);
      for (const e of document.querySelectorAll("[aria-labelledby]"))
        if (!document.getElementById(e.getAttribute("aria-labelledby"))) faults.push("no label of " + name(e));
      for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
        if (!e.labels.length && !e.getAttribute("aria-label")) faults.push("no label at " + name(e));
      for (const e of document.querySelectorAll("a[href], button, summary"))
        if (!e.textContent.trim() && !e.getAttribute("aria-label")) faults.push("no name at " + name(e));
      for (const e of document.querySelectorAll("svg[role=img]"))
        if (!e.getAttribute("aria-label")) faults.push("no name at " + name(e));
      for (const e of document.querySelectorAll("th"))
        if (!e.scope) faults.push("no scope at " + name(e));

      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth) {
        const wide = [...document.querySelectorAll("body *")].find(e =>
          e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest(".scroll, nav, .facets, .quiet"));
        faults.push(`${root.scrollWidth} wide on ${root.clientWidth}: ${wide ? name(wide) : "?"}`);
      }
      // Words must not fall apart into a column of letters.
      for (const e of document.querySelectorAll("td, dd, a, p, li, button")) {
        const box = e.getBoundingClientRect();
        if (shown(e) && e.children.length === 0 && e.textContent.trim().length > 3
          && !e.closest(".quiet, .scroll svg") && box.width > 1 && box.width < 20) faults.push("squeezed: " + name(e));
      }

      const channels = color => {
        const found = color.match(/[\d.]+/g).map(Number);
        const [r, g, b] = color.startsWith("color(") ? found.slice(-4, -1).map(x => x * 255) : found;
        return { r, g, b, a: found.length > 3 ? found[3] : 1 };
      };
      const over = (top, under) => ({
        r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a),
        b: top.b * top.a + under.b * (1 - top.a), a: 1 });
      const light = ({ r, g, b }) => [r, g, b].map(x => x / 255)
        .map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
        .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
      const contrast = (one, other) => {
        const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
      };
      const ground = e => {
        const layers = [];
        for (let at = e; at; at = at.parentElement) layers.push(channels(getComputedStyle(at).backgroundColor));
        return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
      };
      const seen = new Set();
      const complain = (what, ratio, needed, e) => {
        const told = `${what} ${ratio.toFixed(2)} < ${needed}`;
        if (ratio < needed && !seen.has(told)) { seen.add(told); faults.push(`${told}: ${name(e)}`); }
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const e = node.parentElement;
        if (!node.data.trim() || !shown(e) || e.closest("script, title, .quiet, .skip")) continue;
        const style = getComputedStyle(e);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || size >= 18.66 && +style.fontWeight >= 700;
        const color = e.closest("svg") ? style.fill : style.color;
        const under = ground(e);
        complain("text", contrast(over(channels(color), under), under), isLarge ? 3 : 4.5, e);
      }
      for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea, button, .button")) {
        if (!shown(e)) continue;
        const style = getComputedStyle(e);
        const around = ground(e.parentElement);
        const edge = channels(style.borderTopColor);
        // A button without an edge is known by its words.
        if (edge.a > 0 && parseFloat(style.borderTopWidth) > 0)
          complain("edge", contrast(over(edge, around), around), 3, e);
        if (e.placeholder) {
          const hint = channels(getComputedStyle(e, "::placeholder").color);
          complain("placeholder", contrast(hint, ground(e)), 4.5, e);
        }
      }
      return faults.join("\n");
    })()
    """#

  /// A script's expression: what has the focus, and whether it shows so.
  static let focus = #"""
    (() => {
      const e = document.activeElement;
      if (!e || e === document.body) return "nothing";
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      const isInSight = box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
      return `${isOutlined && isInSight ? "shown" : "NOT SHOWN"} ${e.tagName} ${e.getAttribute("class") ?? ""} ${
        (e.textContent || e.name || "").trim().slice(0, 20)}`;
    })()
    """#
}
