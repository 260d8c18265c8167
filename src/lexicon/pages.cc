#include "lexicon/pages.h"

#include "base/fold.h"

namespace isnad {
namespace {

void load_outlets(const Table& table, PageLexicon& lexicon) {
  for (size_t row = 0; row < table.size(); ++row) {
    const auto index = static_cast<uint32_t>(lexicon.outlets.size());
    Outlet outlet;
    outlet.id = table.cell(row, "id");
    outlet.name = table.cell(row, "name");
    outlet.latin = table.cell(row, "latin");
    outlet.kind = table.cell(row, "kind");
    outlet.country = table.cell(row, "country");
    for (const std::string_view domain : table.alternatives(row, "domain")) {
      lexicon.by_domain.insert({std::string(domain), index});
    }
    for (const std::string_view name : table.alternatives(row, "aliases"))
      lexicon.by_name.insert({folded(name), index});
    lexicon.by_name.insert({folded(outlet.name), index});
    if (!outlet.latin.empty()) lexicon.by_name.insert({folded(outlet.latin), index});
    lexicon.outlets.push_back(std::move(outlet));
  }
}

}  // namespace

const Outlet* PageLexicon::outlet_of_host(std::string_view host) const {
  while (host.find('.') != std::string_view::npos) {
    if (const auto found = by_domain.find(std::string(host)); found != by_domain.end()) return &outlets[found->second];
    host.remove_prefix(host.find('.') + 1);
  }
  return nullptr;
}

const Outlet* PageLexicon::outlet_named(std::string_view name) const {
  const auto found = by_name.find(folded(name));
  return found == by_name.end() ? nullptr : &outlets[found->second];
}

PageLexicon load_pages(const TableSource& source) {
  PageLexicon lexicon;
  for (const std::string& name : source.names("outlets/")) load_outlets(source.table(name), lexicon);
  load_outlets(source.table("names/agencies_outlets"), lexicon);
  return lexicon;
}

}  // namespace isnad
