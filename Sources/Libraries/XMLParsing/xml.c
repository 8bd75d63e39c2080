#include "XMLParsing.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

enum { most_attributes = 64, step = 64 << 10 };

struct reading {
  const struct xml_events *events;
  int depth;
  int deepest;
  int too_deep;
};

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int namespaces, const xmlChar **declared, int count, int defaulted,
                  const xmlChar **values) {
  struct reading *reading = context;
  (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
  if (++reading->depth > reading->deepest) reading->too_deep = 1;
  if (reading->too_deep) return;
  const char *attributes[3 * most_attributes];
  if (count > most_attributes) count = most_attributes;
  // Libxml2 gives five pointers an attribute: name, prefix, vocabulary, start and end of the value.
  for (int i = 0; i < count; i++) {
    attributes[3 * i] = (const char *)values[5 * i];
    attributes[3 * i + 1] = (const char *)values[5 * i + 3];
    attributes[3 * i + 2] = (const char *)values[5 * i + 4];
  }
  reading->events->start(reading->events->context, (const char *)name,
                         uri ? (const char *)uri : "", count, attributes);
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  struct reading *reading = context;
  (void)name, (void)prefix, (void)uri;
  reading->depth--;
  if (!reading->too_deep) reading->events->end(reading->events->context);
}

static void characters(void *context, const xmlChar *text, int count) {
  struct reading *reading = context;
  if (!reading->too_deep)
    reading->events->characters(reading->events->context, (const char *)text, count);
}

int xml_read(const char *bytes, size_t length, int deepest, const struct xml_events *events,
             char *why, size_t why_size) {
  struct reading reading = {.events = events, .deepest = deepest};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  snprintf(why, why_size, "no memory");
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, &reading, NULL, 0, NULL);
  if (!context) return 1;
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR |
                                 XML_PARSE_NOWARNING);
  for (size_t offset = 0; offset < length && !reading.too_deep;) {
    size_t count = length - offset < step ? length - offset : step;
    xmlParseChunk(context, bytes + offset, (int)count, offset + count == length);
    offset += count;
  }
  int wrong = reading.too_deep || !context->wellFormed;
  if (reading.too_deep)
    snprintf(why, why_size, "elements stand more than %d deep in one another", deepest);
  else if (wrong)
    snprintf(why, why_size, "no well-formed XML, line %d: %s", context->lastError.line,
             context->lastError.message ? context->lastError.message : "");
  if (context->myDoc) xmlFreeDoc(context->myDoc);
  xmlFreeParserCtxt(context);
  return wrong;
}
