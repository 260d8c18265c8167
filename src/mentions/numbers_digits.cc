#include "mentions/numbers_digits.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace isnad {
namespace {

constexpr char32_t arabic_decimal = 0x066B, arabic_thousands = 0x066C, arabic_comma = 0x060C;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Separators {
  char32_t first = 0, last = 0;  // as they stand from the left
  uint32_t count = 0;
  bool all_same = true;
  uint32_t digits_before_first = 0, digits_after_last = 0;
  bool groups_of_three = true;  // between separators and behind the last one
};

Separators separators_of(std::string_view text) {
  Separators found;
  uint32_t run = 0;
  for (size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      ++run;
      ++at;
      continue;
    }
    const CodePoint mark = code_point_at(text, at);
    at += mark.size;
    if (found.count == 0) {
      found.first = mark.value;
      found.digits_before_first = run;
    } else {
      found.all_same = found.all_same && mark.value == found.last;
      found.groups_of_three = found.groups_of_three && run == 3;
    }
    found.last = mark.value;
    ++found.count;
    run = 0;
  }
  found.digits_after_last = run;
  found.groups_of_three = found.groups_of_three && run == 3;
  return found;
}

// True where the last separator begins the decimals.
std::optional<bool> has_decimals(const Separators& found, bool before_scale, bool leading_zero) {
  if (found.count == 0) return false;
  if (found.last == arabic_decimal) return true;
  if (found.last == arabic_thousands) return false;
  if (found.count > 1) {
    if (found.all_same) return found.groups_of_three ? std::optional(false) : std::nullopt;
    return true;
  }
  const bool thousands =
      found.groups_of_three && found.digits_before_first <= 3 && found.digits_before_first >= 1 && !leading_zero;
  return !thousands || (before_scale && found.last != arabic_comma);
}

std::optional<double> parse(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

const Word* word_at(const Document& document, uint32_t i, uint32_t first, uint32_t last) {
  return i >= first && i < last ? &document.words[i] : nullptr;
}

bool touches_next(const Document& document, uint32_t i, uint32_t last) {
  return i + 1 < last && !document.words[i + 1].space_before;
}

bool is_mark(const Document& document, uint32_t i, uint32_t last, std::string_view mark) {
  return i < last && document.bytes(document.words[i].span) == mark;
}

bool is_digits(const Document& document, uint32_t i, uint32_t last) {
  return i < last && document.words[i].kind == WordKind::digits;
}

// A word of three digits that stands one blank behind: the next group of "1 234 567".
bool is_blank_group(const Document& document, uint32_t i, uint32_t last) {
  if (!is_digits(document, i, last)) return false;
  const Word& word = document.words[i];
  const std::string_view digits = document.folded_form(word);
  const bool three = digits.size() >= 3 && is_digit(digits[0]) && is_digit(digits[1]) && is_digit(digits[2]) &&
                     (digits.size() == 3 || !is_digit(digits[3]));
  const uint32_t gap_start = document.words[i - 1].span.end;
  const CodePoint gap = code_point_at(document.text, gap_start);
  return three && word.space_before && gap_start + gap.size == word.span.start &&
         !(i + 1 < last && !document.words[i + 1].space_before && document.words[i + 1].kind == WordKind::arabic);
}

// Whether digits touch the mark at i from both sides.
bool touching(const Document& document, uint32_t i, uint32_t last) {
  return !document.words[i].space_before && is_digits(document, i + 1, last) && !document.words[i + 1].space_before;
}

bool percent_behind(const Document& document, const NumberLexicon& lexicon, uint32_t i, uint32_t last) {
  return lexicon.percent_after
      .longest([&](uint32_t k) { return i + k < last ? document.words[i + k].form_id : unknown_form; })
      .has_value();
}

// Joins what the tokens hold apart: groups divided by blanks, "26،013".
std::string joined_digits(const Document& document, const NumberLexicon& lexicon, uint32_t& end, uint32_t last) {
  const uint32_t i = end;
  std::string digits(document.folded_form(document.words[end]));
  ++end;
  const bool plain = digits.find_first_not_of("0123456789") == std::string::npos;
  while (plain && digits.size() <= 3 + 4 * 5 && is_mark(document, end, last, "،") && touching(document, end, last) &&
         document.folded_form(document.words[end + 1]).size() >= 3) {
    digits += "٬";
    digits += document.folded_form(document.words[end + 1]);
    end += 2;
  }
  // "2،5 في المئة": one or two digits behind the Arabic comma are decimals where a percentage follows.
  if (plain && end == i + 1 && is_mark(document, end, last, "،") && touching(document, end, last) &&
      document.folded_form(document.words[end + 1]).size() <= 2 && percent_behind(document, lexicon, end + 2, last)) {
    digits += "٫";
    digits += document.folded_form(document.words[end + 1]);
    end += 2;
    return digits;
  }
  if (plain && digits.size() <= 3 && digits[0] != '0') {
    while (is_blank_group(document, end, last)) {
      digits += "٬";
      digits += document.folded_form(document.words[end]);
      if (document.folded_form(document.words[end++]).size() > 3) break;
    }
  }
  return digits;
}

// "^23", "^-1": digits to the power of digits.
void read_power(const Document& document, Numeral& numeral, uint32_t last) {
  uint32_t at = numeral.end;
  if (!is_mark(document, at, last, "^") || document.words[at].space_before) return;
  double sign = 1;
  for (++at; is_mark(document, at, last, "-"); ++at) sign = -1;
  if (!is_digits(document, at, last)) return;
  const auto power = parse(document.folded_form(document.words[at]));
  if (!power || *power > 300) return;
  // Two signs, as in "2^--3", undo each other.
  const bool two_signs = at >= 2 && is_mark(document, at - 2, last, "-");
  numeral.value = std::pow(numeral.value, two_signs ? *power : sign * *power);
  numeral.end = at + 1;
}

// "3/4" as one number; a third part makes it a date or a code ("5/17/2018").
void read_slash(const Document& document, Numeral& numeral, uint32_t first, uint32_t last) {
  const uint32_t at = numeral.end;
  if (!is_mark(document, at, last, "/") || document.words[at].space_before || !is_digits(document, at + 1, last) ||
      document.words[at + 1].space_before) {
    return;
  }
  const bool third = (is_mark(document, at + 2, last, "/") || is_mark(document, at + 2, last, "-")) &&
                     !document.words[at + 2].space_before;
  const bool earlier = numeral.first > first && !document.words[numeral.first].space_before &&
                       document.words[numeral.first - 1].kind != WordKind::arabic &&
                       !(is_mark(document, numeral.first - 1, last, "-") &&
                         (numeral.first - 1 == first || document.words[numeral.first - 1].space_before));
  const auto below = parse(document.folded_form(document.words[at + 1]));
  if (third || earlier || !below || *below == 0) return;
  numeral.value /= *below;
  numeral.fraction = true;
  numeral.end = at + 2;
}

// "2 1/4": a whole number and a part.
void read_mixed(const Document& document, Numeral& numeral, uint32_t first, uint32_t last) {
  if (!is_digits(document, numeral.end, last) || std::floor(numeral.value) != numeral.value) return;
  const auto above = parse(document.folded_form(document.words[numeral.end]));
  if (!above) return;
  Numeral part{*above, numeral.end + 1, numeral.end, false};
  read_slash(document, part, first, last);
  if (!part.fraction || part.value >= 1) return;
  numeral.value += part.value;
  numeral.end = part.end;
  numeral.fraction = true;
}

// A decimal point or a minus sign that touches the digits from the left and nothing before it.
void read_prefix(const Document& document, Numeral& numeral, uint32_t first, uint32_t last) {
  const Word* mark = word_at(document, numeral.first - 1, first, last);
  if (numeral.first == first || !mark || document.words[numeral.first].space_before) return;
  const std::string_view text = document.bytes(mark->span);
  const bool free = mark->space_before || numeral.first - 1 == first;
  if ((text == "." || text == "٫" || text == ",") && free && numeral.end == numeral.first + 1) {
    const auto decimals = parse("0." + std::string(document.folded_form(document.words[numeral.first])));
    if (!decimals) return;
    numeral.value = *decimals;
    --numeral.first;
  }
}

// "3ر42": agencies write the decimal mark as a letter, with the decimals on its right side, which come first. Three
// digits there are a group of thousands ("500ر22"), as with other marks, but not before a scale.
bool read_decimal_letter(const Document& document, const NumberLexicon& lexicon, Numeral& numeral, uint32_t last) {
  const uint32_t at = numeral.end;
  if (!is_digits(document, at + 2, last) || document.words[at + 1].space_before || document.words[at + 2].space_before)
    return false;
  if (!(lexicon.particle(document.words[at + 1].form_id) & number_particle::decimal_letter)) return false;
  const std::string_view low = document.folded_form(document.words[at]);
  const std::string_view high = document.folded_form(document.words[at + 2]);
  const bool before_scale = at + 3 < last && is_scale(lexicon.word(document.words[at + 3].base_id).kind);
  const bool thousands = low.size() == 3 && high.size() <= 3 && high.front() != '0' && !before_scale;
  const auto value = parse(std::string(high) + (thousands ? "" : ".") + std::string(low));
  if (!value) return false;
  numeral.value = *value;
  numeral.end = at + 3;
  return true;
}

}  // namespace

std::optional<double> numeral_value(std::string_view text, bool before_scale) {
  const Separators found = separators_of(text);
  const auto decimals = has_decimals(found, before_scale, text.front() == '0');
  if (!decimals) return std::nullopt;
  std::string digits;
  uint32_t marks = 0;
  for (size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      digits += text[at++];
      continue;
    }
    at += code_point_at(text, at).size;
    if (++marks == found.count && *decimals) digits += '.';
  }
  return parse(digits);
}

bool part_of_code(const Document& document, const NumberLexicon& lexicon, uint32_t i, Range bounds) {
  const auto& words = document.words;
  const auto [first, last] = bounds;
  // "(إم.إتش. 370)": behind letters with points.
  if (i >= first + 4 && document.bytes(words[i - 1].span) == "." && document.bytes(words[i - 3].span) == "." &&
      words[i - 2].kind != WordKind::digits && words[i - 2].folded_size <= 6 && !words[i - 2].space_before) {
    return true;
  }
  // To the left: "F16", "كوفيد-19"; clitics, the article and known words without their blank are no part of a name.
  if (i > first && !words[i].space_before) {
    const Word& left = words[i - 1];
    if (left.kind == WordKind::latin) return true;
    const bool clitic = left.folded_size == 2 || lexicon.particle(left.form_id) & number_particle::definite;
    if (left.kind == WordKind::arabic && !clitic && (left.base_id == unknown_form || left.folded_size <= 4))
      return true;
    const bool dash = left.kind == WordKind::punctuation && document.bytes(left.span) == "-";
    if (dash && i - 1 > first && !left.space_before && words[i - 2].kind != WordKind::digits &&
        words[i - 2].kind != WordKind::punctuation) {
      return true;
    }
  }
  if (touches_next(document, i, last) && words[i + 1].kind == WordKind::latin) return true;
  // An address or a path: Latin letters anywhere in the unbroken run.
  for (uint32_t k = i; k > first && !words[k].space_before && i - k < 300; --k) {
    if (words[k - 1].kind == WordKind::latin) return true;
  }
  for (uint32_t k = i; k + 1 < last && !words[k + 1].space_before && k - i < 300; ++k) {
    if (words[k + 1].kind == WordKind::latin) return true;
  }
  return false;
}

std::optional<Numeral> read_numeral(const Document& document, const NumberLexicon& lexicon, uint32_t i, Range bounds,
                                    bool before_scale) {
  const auto [first, last] = bounds;
  // "1e10" is a numeral and no code: three tokens that touch each other and nothing else.
  const bool free =
      (i == first || document.words[i].space_before) && (i + 3 >= last || document.words[i + 3].space_before);
  if (free && i + 2 < last && touches_next(document, i, last) && touches_next(document, i + 1, last) &&
      document.folded_form(document.words[i + 1]) == "e" && is_digits(document, i + 2, last)) {
    const std::string text = std::string(document.folded_form(document.words[i])) + "e" +
                             std::string(document.folded_form(document.words[i + 2]));
    const auto value = parse(text);
    if (value && std::isfinite(*value)) return Numeral{*value, i + 3, i, false};
  }
  if (part_of_code(document, lexicon, i, bounds)) return std::nullopt;
  Numeral numeral{0, i, i, false};
  if (read_decimal_letter(document, lexicon, numeral, bounds.last)) return numeral;
  const std::string digits = joined_digits(document, lexicon, numeral.end, last);
  const auto value = numeral_value(digits, before_scale);
  if (!value) return std::nullopt;
  numeral.value = *value;
  read_prefix(document, numeral, first, last);
  read_power(document, numeral, last);
  read_slash(document, numeral, first, last);
  if (!numeral.fraction) read_mixed(document, numeral, first, last);
  return numeral;
}

}  // namespace isnad
