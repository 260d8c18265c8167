#include "read/office.h"

#include <algorithm>

#include "base/error.h"
#include "lexicon/table.h"
#include "read/xml.h"

namespace isnad {
namespace {

constexpr size_t max_xml_bytes = 32u << 20;
constexpr int max_depth = 256;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Writes the text of paragraphs; the names of both formats do not clash.
void write_paragraphs(const xmlNode* node, std::string& out, bool in_text, int depth) {
  if (depth > max_depth) return;
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      if (in_text && node->content) out += reinterpret_cast<const char*>(node->content);
      continue;
    }
    const std::string_view name = element_name(node);
    if (is_one_of(name, {"del", "moveFrom", "instrText", "delText", "annotation", "tracked-changes", "note-citation",
                         "sequence-decls", "fallback", "Fallback"})) {
      continue;
    }
    if (is_one_of(name, {"tab", "s"})) out += ' ';
    if (is_one_of(name, {"br", "cr", "line-break"})) out += '\n';
    const bool paragraph = name == "p" || name == "h";
    const bool of_odt = prefix_of(node) == "text";
    write_paragraphs(node->children, out, name == "t" || (paragraph && of_odt) || (in_text && of_odt), depth + 1);
    if (paragraph && !out.empty() && out.back() != '\n') out += '\n';
  }
}

}  // namespace

void read_office(ByteStream& bytes, const Part& part, UnpackBudget& budget, ReportSink& sink) {
  ArchiveReader archive(bytes, budget, part.place);
  while (archive.next()) {
    const std::string& name = archive.name();
    if (name != "word/document.xml" && name != "content.xml") continue;
    const std::string xml = read_all(archive.content(), max_xml_bytes);
    if (xml.size() > max_xml_bytes) throw Error(ErrorCode::too_large, part.place, "the document is larger than 32 MiB");
    const XmlTree tree = parse_xml(xml);
    Document document;
    document.path = part.place;
    document.url = part.url;
    if (tree) write_paragraphs(xmlDocGetRootElement(tree.get()), document.text, false, 0);
    return sink.report(std::move(document), part);
  }
  throw Error(ErrorCode::bad_format, part.place, "the file holds no document");
}

}  // namespace isnad
