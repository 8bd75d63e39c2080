#ifndef XML_PARSING_H
#define XML_PARSING_H

#include <stddef.h>

/// What an XML document holds, told piece by piece. Libxml2's own headers draw in ICU's, which
/// clash with those of Swift's Foundation, so that they are seen by this target alone.
struct xml_events {
  void *context;
  /// An element begins; `attributes` has three pointers an attribute: name, start and end of value.
  void (*start)(void *context, const char *name, const char *vocabulary, int count,
                const char *const *attributes);
  void (*characters)(void *context, const char *text, int count);
  void (*end)(void *context);
};

/// Reads a document, as far as sense can be made of it; nothing outside it is looked at.
///
/// @param deepest the deepest nesting of elements that is read.
/// @param why what was wrong is written here, ended by a zero.
/// @return 0 where the document is well-formed.
int xml_read(const char *bytes, size_t length, int deepest, const struct xml_events *events,
             char *why, size_t why_size);

#endif
