// A report as rows: documents, texts, lines, times, mentions, statements, figures, chains, notes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "document/collection.h"
#include "store/sqlite.h"
#include "store/terms.h"

namespace isnad {

// Of what a report is, whatever else is in the store: id, outlet, url, title, published_given and text as they were
// read. 32 hexadecimal digits (XXH3, 128 bits). Taken before any stage has run.
std::string content_hash(const Document& document);

// The entity's id in the store: the gazetteer's, or one made of type and name, the same in every story.
std::string stored_entity_id(const Entity& entity);

class DocumentRows {
 public:
  explicit DocumentRows(Database& database);
  ~DocumentRows();

  // The document with this content, if it is there.
  std::optional<int64_t> find(const std::string& hash);
  // Inserts the report before its stages have run; gives its key. Its id gets "#2" behind it where another has it.
  int64_t insert(Document& document, const std::string& hash, const std::string& now);
  // Replaces what the stages found in it. collection: for the ids of entities; null before stories are told.
  void write_layers(int64_t key, const Document& document, const Collection* collection);
  // Puts its words in the search index: once, in the transaction of insert.
  void index_words(int64_t key, const ReportTerms& terms);
  // The report as it was read, without layers. Throws Error(not_found) where there is none.
  Document load(int64_t key);

 private:
  struct Queries;
  void write_claims(int64_t key, const Document& document, const Collection* collection);
  void write_chain(int64_t key, const char* owner, uint32_t number, const Chain& chain, const Document& document,
                   const Collection* collection);

  Database& database_;
  std::unique_ptr<Queries> q_;
};

}  // namespace isnad
