#include "stories/origins.h"

#include <algorithm>
#include <map>

#include "base/fold.h"
#include "base/union_find.h"

namespace isnad {
namespace {

const Figure& figure_at(const Collection& collection, const FigureRef& ref) {
  return collection.documents[ref.document].figures[ref.figure];
}

// The same named source; unnamed ones ("مصادر") are the same only within one report.
bool same_source(const Source& a, const Source& b) {
  if (a.entity != none && b.entity != none) return a.entity == b.entity;
  return a.entity == b.entity && a.kind == b.kind && a.kind != SourceKind::unnamed && a.kind != SourceKind::witness &&
         folded(a.text) == folded(b.text);
}

bool one_source(const Collection& collection, const FigureRef& a, const FigureRef& b) {
  const Chain& x = figure_at(collection, a).chain;
  const Chain& y = figure_at(collection, b).chain;
  return !x.empty() && !y.empty() && same_source(x.back(), y.back());
}

Origin origin_of(const Collection& collection, const std::vector<FigureRef>& figures) {
  Origin origin;
  origin.figures = figures;
  for (const FigureRef& ref : figures) {
    if (std::find(origin.documents.begin(), origin.documents.end(), ref.document) == origin.documents.end()) {
      origin.documents.push_back(ref.document);
    }
    const Chain& chain = figure_at(collection, ref).chain;
    if (origin.label.empty() && !chain.empty()) {
      const uint32_t entity = chain.back().entity;
      origin.label = entity == none ? chain.back().text : collection.entities[entity].name;
      origin.kind = chain.back().kind;
    }
  }
  if (origin.label.empty()) {
    const Document& first = collection.documents[origin.documents.front()];
    origin.label = first.outlet.empty() ? first.id : first.outlet;
    origin.kind = SourceKind::media;
  }
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

bool CopiedFigures::copied(const FigureRef& a, const FigureRef& b) const {
  const Span a_span = figure_at(collection_, a).span, b_span = figure_at(collection_, b).span;
  return std::any_of(reuse_of_[a.document].begin(), reuse_of_[a.document].end(), [&](uint32_t i) {
    const Reuse& reuse = collection_.reuse[i];
    const auto holds = [&](const Passage& x, const Passage& y) {
      return x.document == a.document && y.document == b.document && x.span.overlaps(a_span) && y.span.overlaps(b_span);
    };
    return holds(reuse.a, reuse.b) || holds(reuse.b, reuse.a);
  });
}

std::vector<Origin> find_origins(const Collection& collection, const CopiedFigures& copies,
                                 const std::vector<FigureRef>& figures) {
  UnionFind clusters(figures.size());
  for (uint32_t i = 0; i < figures.size(); ++i) {
    for (uint32_t k = i + 1; k < figures.size(); ++k) {
      const bool joined = figures[i].document == figures[k].document ||
                          one_source(collection, figures[i], figures[k]) || copies.copied(figures[i], figures[k]);
      if (joined) clusters.join(i, k);
    }
  }
  std::map<uint32_t, std::vector<FigureRef>> by_root;
  for (uint32_t i = 0; i < figures.size(); ++i) by_root[clusters.root(i)].push_back(figures[i]);
  std::vector<Origin> origins;
  for (const auto& [root, members] : by_root) origins.push_back(origin_of(collection, members));
  return origins;
}

}  // namespace isnad
