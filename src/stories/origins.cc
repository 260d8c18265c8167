#include "stories/origins.h"

#include <algorithm>
#include <map>

#include "base/fold.h"
#include "base/union_find.h"
#include "document/names.h"
#include "stories/publication.h"

namespace isnad {
namespace {

constexpr uint32_t words_printed_again = 6;  // in a row, the figure among them

const Figure& figure_at(const Collection& collection, const FigureRef& ref) {
  return collection.documents[ref.document].figures[ref.figure];
}

// Joins figures that have a key in common.
class Clusters {
 public:
  explicit Clusters(size_t figures) : sets_(figures) {}

  void add(const std::string& key, uint32_t index) {
    const auto [found, is_new] = first_of_.emplace(key, index);
    if (!is_new) sets_.join(found->second, index);
  }
  uint32_t root(uint32_t index) { return sets_.root(index); }

 private:
  UnionFind sets_;
  std::map<std::string, uint32_t> first_of_;
};

// What tells a source in several reports: its entity, or the words for a body or office that is no name. Unnamed
// sources ("مصادر", "شهود") are the same only within one report, and have no key.
std::string key_of(const Source& source) {
  if (source.entity != none) return "entity " + std::to_string(source.entity);
  if (source.kind == SourceKind::unnamed || source.kind == SourceKind::witness) return {};
  return std::string(name_of(source.kind)) + " " + folded(source.text);
}

// The named agency that a report credits; generic words ("وكالات") are no mention and name none.
std::string key_of_credit(const Document& document) {
  for (const Credit& credit : document.credits) {
    if (credit.kind != CreditKind::agency) continue;
    for (const Mention& mention : document.mentions) {
      if (mention.span.overlaps(credit.span) && mention.entity != none) {
        return "credit " + std::to_string(mention.entity);
      }
    }
  }
  return {};
}

// The runs of words that hold the figure, for an outlet that prints its own words again.
std::vector<std::string> runs_around(const Document& document, const Figure& figure) {
  const uint32_t index = sentence_at(document, figure.span.start);
  const Range own = words_in(document, figure.span);
  if (index == none || own.empty() || document.outlet.empty()) return {};
  std::vector<uint32_t> words;
  size_t number = 0;
  const Range& sentence = document.sentences[index].words;
  for (uint32_t w = sentence.first; w < sentence.last; ++w) {
    if (document.words[w].kind == WordKind::punctuation) continue;
    if (w <= own.first) number = words.size();
    words.push_back(w);
  }
  std::vector<std::string> runs;
  const size_t first = number >= words_printed_again - 1 ? number - (words_printed_again - 1) : 0;
  for (size_t start = first; start <= number && start + words_printed_again <= words.size(); ++start) {
    std::string run = "again " + document.outlet;
    for (size_t k = start; k < start + words_printed_again; ++k) {
      run += ' ';
      run += folded(document.bytes(document.words[words[k]].stem));
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

// Where the report has the figure from stands in its words and, for one in a headline, in the lead that it sums up.
std::vector<Span> passages_of(const Document& document, const Figure& figure) {
  std::vector<Span> spans{figure.span};
  const uint32_t line = line_at(document, figure.span.start);
  if (line == none || document.lines[line].kind != LineKind::title || !figure.chain.empty()) return spans;
  const auto lead = std::find_if(document.sentences.begin(), document.sentences.end(), [&](const Sentence& sentence) {
    return document.lines[sentence.line].kind == LineKind::body;
  });
  if (lead != document.sentences.end()) spans.push_back(lead->span);
  return spans;
}

OriginSource source_of(const Collection& collection, const FigureRef& ref) {
  OriginSource source;
  const Chain& chain = figure_at(collection, ref).chain;
  source.label = source_label(collection, ref);
  source.kind = chain.empty() ? SourceKind::media : chain.back().kind;
  for (const Source& link : chain) source.chain.push_back(link.text);
  return source;
}

std::vector<OriginSource> sources_of(const Collection& collection, const std::vector<FigureRef>& figures) {
  std::vector<OriginSource> sources;
  for (const FigureRef& ref : figures) {
    OriginSource source = source_of(collection, ref);
    auto same = std::find_if(sources.begin(), sources.end(), [&](const OriginSource& other) {
      return other.label == source.label && other.chain.empty() == source.chain.empty();
    });
    if (same == sources.end()) same = sources.insert(sources.end(), std::move(source));
    same->figures.push_back(ref);
  }
  return sources;
}

Origin origin_of(const Collection& collection, const std::vector<FigureRef>& figures) {
  Origin origin;
  origin.figures = figures;
  for (const FigureRef& ref : figures) {
    if (std::find(origin.documents.begin(), origin.documents.end(), ref.document) == origin.documents.end()) {
      origin.documents.push_back(ref.document);
    }
  }
  origin.first = *std::min_element(origin.documents.begin(), origin.documents.end(), [&](uint32_t a, uint32_t b) {
    return published_before(collection.documents[a], collection.documents[b]);
  });
  origin.sources = sources_of(collection, figures);
  // Somebody who is named stands before the outlets that print his words.
  const auto worth = [](const OriginSource& source) { return std::pair{!source.chain.empty(), source.figures.size()}; };
  const auto best = std::max_element(origin.sources.begin(), origin.sources.end(),
                                     [&](const auto& a, const auto& b) { return worth(a) < worth(b); });
  origin.label = best->label;
  origin.kind = best->kind;
  return origin;
}

}  // namespace

CopiedFigures::CopiedFigures(const Collection& collection)
    : collection_(collection), reuse_of_(collection.documents.size()) {
  for (uint32_t i = 0; i < collection.reuse.size(); ++i) {
    reuse_of_[collection.reuse[i].a.document].push_back(i);
    reuse_of_[collection.reuse[i].b.document].push_back(i);
  }
}

std::vector<Passage> CopiedFigures::shared_passages(const FigureRef& ref) const {
  const std::vector<Span> spans = passages_of(collection_.documents[ref.document], figure_at(collection_, ref));
  std::vector<Passage> passages;
  for (const uint32_t i : reuse_of_[ref.document]) {
    const Reuse& reuse = collection_.reuse[i];
    const bool first = reuse.a.document == ref.document;
    const Span& own = (first ? reuse.a : reuse.b).span;
    const bool held = std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return own.overlaps(span); });
    if (held) passages.push_back(first ? reuse.b : reuse.a);
  }
  return passages;
}

std::vector<uint32_t> CopiedFigures::sharers(const FigureRef& ref) const {
  std::vector<uint32_t> documents;
  for (const Passage& passage : shared_passages(ref)) documents.push_back(passage.document);
  return documents;
}

std::vector<FigureRef> CopiedFigures::copies_of(const FigureRef& ref) const {
  const Figure& own = figure_at(collection_, ref);
  std::vector<FigureRef> copies;
  for (const Passage& passage : shared_passages(ref)) {
    const std::vector<Figure>& figures = collection_.documents[passage.document].figures;
    for (uint32_t f = 0; f < figures.size(); ++f) {
      const bool same = figures[f].measure == own.measure && figures[f].min == own.min && figures[f].max == own.max;
      if (same && passage.span.overlaps(figures[f].span)) copies.push_back({passage.document, f});
    }
  }
  return copies;
}

std::string source_label(const Collection& collection, const FigureRef& ref) {
  const Document& document = collection.documents[ref.document];
  const Chain& chain = document.figures[ref.figure].chain;
  if (chain.empty()) return label_of(document);
  const uint32_t entity = chain.back().entity;
  return entity == none ? chain.back().text : collection.entities[entity].name;
}

std::vector<Origin> find_origins(const Collection& collection, const CopiedFigures& copies,
                                 const std::vector<FigureRef>& figures) {
  Clusters clusters(figures.size());
  const auto document_key = [](uint32_t document) { return "document " + std::to_string(document); };
  for (uint32_t i = 0; i < figures.size(); ++i) clusters.add(document_key(figures[i].document), i);
  std::vector<uint32_t> in_group;
  for (const FigureRef& ref : figures) in_group.push_back(ref.document);
  std::sort(in_group.begin(), in_group.end());
  for (uint32_t i = 0; i < figures.size(); ++i) {
    for (const uint32_t document : copies.sharers(figures[i])) {
      if (std::binary_search(in_group.begin(), in_group.end(), document)) clusters.add(document_key(document), i);
    }
    const Document& document = collection.documents[figures[i].document];
    const Figure& figure = figure_at(collection, figures[i]);
    const std::string key = figure.chain.empty() ? key_of_credit(document) : key_of(figure.chain.back());
    if (!key.empty()) clusters.add(key, i);
    for (const std::string& run : runs_around(document, figure)) clusters.add(run, i);
  }
  std::map<uint32_t, std::vector<FigureRef>> by_root;
  for (uint32_t i = 0; i < figures.size(); ++i) by_root[clusters.root(i)].push_back(figures[i]);
  std::vector<Origin> origins;
  for (const auto& [root, members] : by_root) origins.push_back(origin_of(collection, members));
  return origins;
}

}  // namespace isnad
