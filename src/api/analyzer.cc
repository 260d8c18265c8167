#include "base/version.h"
#include "isnad/isnad.h"
#include "output/json.h"
#include "pipeline/pipeline.h"

namespace isnad {
namespace {

Document document_of(const Report& report) {
  Document document;
  document.id = report.id;
  document.outlet = report.outlet;
  document.published_given = report.published;
  document.url = report.url;
  document.title = report.title;
  document.text = report.text;
  return document;
}

}  // namespace

struct Analyzer::Tables {
  Lexicon lexicon;
};

Analyzer::Analyzer(const std::string& data_folder) : tables_(new Tables{load_lexicon(TableSource(data_folder))}) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::string Analyzer::annotate(const Report& report) const {
  Document document = document_of(report);
  isnad::annotate(document, tables_->lexicon);
  return document_json(document);
}

std::string Analyzer::report(const std::vector<Report>& reports, unsigned threads) const {
  std::vector<Document> documents;
  for (const Report& report : reports) documents.push_back(document_of(report));
  return report_json(build_report(std::move(documents), tables_->lexicon, threads));
}

const char* library_version() { return version; }

}  // namespace isnad
