// What copying says of stories: how many reports stand for themselves, and how much of one report stands in another.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "document/collection.h"

namespace isnad {

// For each story the number of groups of its reports that copied nothing from one another.
std::vector<uint32_t> independent_reports(const Collection& collection);

// A document and a later one.
using DocumentPair = std::pair<uint32_t, uint32_t>;

// Share of `bytes` in the text of the document.
double share_of(uint64_t bytes, const Document& document);

// For each pair that shares passages: the share of the shorter document that lies in them.
std::map<DocumentPair, double> copied_shares(const Collection& collection);

}  // namespace isnad
