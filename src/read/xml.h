// XML and fragments of HTML over libxml2, for formats that hold reports: feeds, office documents, exports.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace isnad {

struct XmlFree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using XmlTree = std::unique_ptr<xmlDoc, XmlFree>;

// The tree of XML in any charset that detect_charset knows, as far as it can be had: unknown entities, bare ampersands,
// control bytes and wrong nesting are put right or passed over. No file and no address outside is opened. Null where
// there is no element at all.
XmlTree parse_xml(std::string_view bytes);

// The tree of HTML in UTF-8; null where there is no element at all.
XmlTree parse_html(std::string_view utf8);

// Name of an element without its prefix; empty for other nodes.
std::string_view element_name(const xmlNode* node);
// Prefix of an element as its namespace gives it or as it is written; empty where there is none.
std::string_view prefix_of(const xmlNode* node);
std::string attribute(const xmlNode* node, const char* name);
// All text below a node, as it stands.
std::string text_of(const xmlNode* node);
// The first child element of this name, null where there is none.
const xmlNode* child(const xmlNode* node, std::string_view name);

// The text that a reader sees below a node of HTML: a line for each block, blanks joined, without scripts and styles.
std::string visible_text(const xmlNode* node);
// The same of a fragment of HTML, as feeds and mails carry it.
std::string fragment_text(std::string_view html);
// The same in one line: headlines.
std::string fragment_line(std::string_view html);

}  // namespace isnad
