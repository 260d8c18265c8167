#include "store/store.h"

#include <algorithm>

#include "base/version.h"
#include "lexicon/table.h"
#include "pipeline/pipeline.h"
#include "store/document_rows.h"
#include "store/schema.h"
#include "store/update.h"

namespace isnad {
namespace {

// True where the stories were told by other tables than those of this program: they are told anew.
bool made_by_other_data(Database& database) {
  Query made(database, "SELECT value FROM meta WHERE key = 'data_sha256'");
  return made.step() && made.text(0) != data_sha256();
}

}  // namespace

struct StoreWriter::Rows {
  explicit Rows(Database& database) : documents(database) {}
  DocumentRows documents;
};

StoreWriter::StoreWriter(const std::string& path, const Lexicon& lexicon, unsigned threads)
    : database_(path, Database::Mode::writer), lexicon_(lexicon), threads_(threads) {
  prepare_schema(database_);
  // FULL: what is acknowledged outlives a power cut, not only the end of the program.
  database_.run("PRAGMA synchronous = FULL");
  rows_ = std::make_unique<Rows>(database_);
  index_older_reports();
}

StoreWriter::~StoreWriter() = default;

// Fills the search index of a store that was made before there was one.
void StoreWriter::index_older_reports() {
  const char* pending = "SELECT EXISTS(SELECT 1 FROM meta WHERE key = 'index_pending')";
  if (database_.number(pending) == 0) return;
  Transaction transaction(database_);
  if (database_.number(pending) == 0) return;  // another writer was faster
  Query keys(database_, "SELECT document FROM documents ORDER BY document");
  while (keys.step()) {
    Document document = rows_->documents.load(keys.number(0));
    annotate(document, lexicon_);
    rows_->documents.index_words(keys.number(0), report_terms(document, lexicon_));
  }
  keys.reset();
  database_.run("DELETE FROM meta WHERE key = 'index_pending'");
  transaction.commit();
}

Added StoreWriter::add(std::vector<Document> batch, const std::string& now) {
  std::vector<Document> fresh;
  std::vector<std::string> hashes;
  Added result;
  for (Document& document : batch) {
    std::string hash = content_hash(document);
    const bool twice = std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
    if (twice || rows_->documents.find(hash)) {
      ++result.known;
      continue;
    }
    hashes.push_back(std::move(hash));
    fresh.push_back(std::move(document));
  }
  if (fresh.empty()) return result;
  std::vector<Document> read = fresh;
  annotate_all(read, lexicon_, threads_, [](size_t) {});
  Transaction transaction(database_);
  for (size_t i = 0; i < fresh.size(); ++i) {
    if (rows_->documents.find(hashes[i])) {  // another writer was faster
      ++result.known;
      continue;
    }
    const int64_t key = rows_->documents.insert(fresh[i], hashes[i], now);
    rows_->documents.write_layers(key, read[i], nullptr);
    rows_->documents.index_words(key, report_terms(read[i], lexicon_));
    ++result.added;
  }
  transaction.commit();
  return result;
}

bool StoreWriter::has_pending() {
  return database_.number(
             "SELECT EXISTS(SELECT 1 FROM documents WHERE pending)"
             " OR EXISTS(SELECT 1 FROM meta WHERE key = 'stories_pending')") != 0;
}

StoriesChanged StoreWriter::update_stories(const std::string& now, const std::function<void()>& on_step) {
  if (!has_pending()) return {};
  Transaction transaction(database_);
  const bool all = database_.number("SELECT count(*) FROM meta WHERE key = 'stories_pending' AND value = 'all'") > 0 ||
                   made_by_other_data(database_);
  const StoriesChanged update =
      isnad::update_stories(database_, rows_->documents, lexicon_, threads_, all, now, on_step);
  database_.run("UPDATE documents SET pending = 0 WHERE pending; DELETE FROM meta WHERE key = 'stories_pending'");
  Query meta(database_, "INSERT OR REPLACE INTO meta VALUES(?, ?)");
  meta.run("isnad_version", version);
  meta.run("data_sha256", data_sha256());
  meta.run("stories_updated", now);
  transaction.commit();
  return update;
}

int64_t StoreWriter::correct(const Correction& correction) { return insert_correction(database_, correction); }

void StoreWriter::revoke(int64_t correction, const std::string& author, const std::string& now) {
  revoke_correction(database_, correction, author, now);
}

}  // namespace isnad
