// The order in which reports were published.
#pragma once

#include <string>

#include "document/document.h"

namespace isnad {

// By day, then by time of day where both tell it; reports of an unknown day come after all others.
bool published_before(const Document& a, const Document& b);

// "2021-05-04" of a day; empty where it is not known.
std::string iso_day(const Day& day);

}  // namespace isnad
