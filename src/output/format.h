// How values are written for people: numbers, intervals, days, chains.
#pragma once

#include <optional>
#include <string>

#include "document/collection.h"
#include "lexicon/interface.h"

namespace isnad {

enum class Digits : uint8_t { latin, arabic };

// Thousands are parted; Arabic-Indic digits where asked: "20,000", "٢٠٬٠٠٠".
std::string format_number(double value, Digits digits);

// "18", "10–20", "≥ 1,000", "≤ 5"; "?" where both ends are open.
std::string format_interval(const std::optional<double>& min, const std::optional<double>& max, Digits digits);

// The same of a figure, with "~" where it is approximate.
std::string format_figure(const Figure& figure, Digits digits);

// "الجزيرة ← رويترز ← وزارة الدفاع": from the outlet to the origin.
std::string format_chain(const Document& document, const Chain& chain, const InterfaceText& words, Language language);

}  // namespace isnad
