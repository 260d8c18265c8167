#include "mentions/numbers_words.h"

#include <cmath>

#include "mentions/numbers_digits.h"

namespace isnad {
const NumberWord& NumberReader::word(uint32_t i) const {
  if (!inside(i)) return lexicon_.words[0];
  const Word& w = document_.words[i];
  const NumberWord& base = lexicon_.word(w.base_id);
  return base.kind != NumberClass::none ? base : lexicon_.word(w.form_id);
}

uint16_t NumberReader::particle(uint32_t i) const {
  return inside(i) ? lexicon_.particle(document_.words[i].form_id) : uint16_t{0};
}

bool NumberReader::joined(uint32_t i) const { return inside(i) && document_.words[i].proclitics & proclitic::wa; }

bool NumberReader::goes_on(uint32_t i) const {
  return inside(i) && !(document_.words[i].proclitics & (proclitic::conjunction | proclitic::preposition)) &&
         !word(i).definite;
}

bool NumberReader::in_brackets(uint32_t i, uint32_t end) const {
  if (i == bounds_.first || !inside(end)) return false;
  const Word& open = document_.words[i - 1];
  const Word& close = document_.words[end];
  return open.kind == WordKind::punctuation && close.kind == WordKind::punctuation &&
         !document_.words[i].space_before && !close.space_before;
}

// The word behind i that a conjunction joins to what stands before, written together or alone ("و عشرون", "و10");
// bounds_.last where there is none.
uint32_t NumberReader::joined_next(uint32_t i) const {
  if (joined(i)) return i;
  if (particle(i) & number_particle::conjunction && inside(i + 1) && !joined(i + 1)) return i + 1;
  return bounds_.last;
}

std::optional<NumberReader::Part> NumberReader::below_hundred(uint32_t i) const {
  const NumberWord& w = word(i);
  if (w.kind == NumberClass::teen || w.kind == NumberClass::ten) return Part{w.value, i + 1};
  if (w.kind == NumberClass::tens) return Part{w.value, i + 1};
  const bool feminine_five = w.kind == NumberClass::fraction_feminine && !is_part(i);
  if (w.kind != NumberClass::unit && w.kind != NumberClass::unit_weak && !feminine_five) return std::nullopt;
  const double unit = feminine_five ? std::round(1 / w.value) : w.value;
  if (word(i + 1).kind == NumberClass::ten && goes_on(i + 1)) return Part{unit + 10, i + 2};
  const uint32_t next = joined_next(i + 1);
  if (word(next).kind == NumberClass::tens) return Part{unit + word(next).value, next + 1};
  // "أثنى" folds like the construct of two, which is only a number before its ten.
  if (w.value == 2 && document_.bytes(document_.words[i].span).ends_with("ى")) return std::nullopt;
  // "أحد" is also "one of", "الاثنين" also the day.
  if (w.kind == NumberClass::unit_weak && (w.value == 1 || w.definite)) {
    const bool nominative = w.value == 2 && document_.folded_form(document_.words[i]).ends_with("ان");
    const bool before_hundred = word(i + 1).kind == NumberClass::scale && !joined(i + 1);
    if (!nominative && !before_hundred) return std::nullopt;
  }
  return Part{unit, i + 1};
}

std::optional<NumberReader::Part> NumberReader::hundreds(uint32_t i) const {
  const NumberWord& w = word(i);
  if (w.kind == NumberClass::hundred || w.kind == NumberClass::hundreds) return Part{w.value, i + 1};
  const bool feminine = w.kind == NumberClass::fraction_feminine;
  const double unit = feminine ? std::round(1 / w.value) : w.value;
  if ((w.kind == NumberClass::unit || feminine) && unit >= 3 && word(i + 1).kind == NumberClass::hundred &&
      goes_on(i + 1)) {
    return Part{unit * 100, i + 2};
  }
  return std::nullopt;
}

std::optional<NumberReader::Part> NumberReader::digits(uint32_t i) const {
  if (!is_digits(i)) return std::nullopt;
  const auto scale_follows = [&](uint32_t k) {
    const NumberClass kind = word(k).kind;
    return is_scale(kind) && !joined(k);
  };
  auto numeral = read_numeral(document_, lexicon_, i, bounds_, scale_follows(i + 1));
  if (!numeral) return std::nullopt;
  return Part{numeral->value, numeral->end, true};
}

std::optional<NumberReader::Part> NumberReader::group(uint32_t i) const {
  if (auto part = digits(i)) {
    if (word(part->end).kind == NumberClass::hundred && goes_on(part->end)) {
      return Part{part->value * 100, part->end + 1, false};
    }
    return part;
  }
  auto high = hundreds(i);
  if (!high) return below_hundred(i);
  // Spoken Arabic puts the rest behind a fused hundred without a conjunction: "متين واحد وعشرين".
  const bool fused = high->end == i + 1 && word(i).kind == NumberClass::hundreds;
  uint32_t next = joined_next(high->end);
  if (next == bounds_.last && fused && !word(high->end).definite) next = high->end;
  if (const auto low = below_hundred(next)) return Part{high->value + low->value, low->end};
  return high;
}

std::optional<NumberReader::Part> NumberReader::term(uint32_t i) const {
  const NumberWord& w = word(i);
  if (w.kind == NumberClass::zero) return Part{0, i + 1, false, 0};
  if (w.kind == NumberClass::scale_dual) return Part{w.value, i + 1, false, w.value / 2};
  Part part;
  if (w.kind == NumberClass::scale) {
    const bool noun_follows = inside(i + 1) && document_.words[i + 1].kind == WordKind::arabic && !joined(i + 1) &&
                              word(i + 1).kind == NumberClass::none;
    part = {w.value * (w.also_dual && noun_follows ? 2 : 1), i + 1, false, w.value};
  } else {
    const auto small = group(i);
    if (!small) return std::nullopt;
    part = *small;
  }
  if (part.digits && in_brackets(i, part.end) && is_scale(word(part.end + 1).kind)) ++part.end;  // "(15) ألف"
  // "ثلاثة آلاف", "مئة ألف مليون", "ثلاثة دستات"
  while (goes_on(part.end)) {
    const NumberWord& next = word(part.end);
    if (!(is_scale(next.kind) || next.kind == NumberClass::dozen)) break;
    if (part.scale > 1 && next.value <= part.scale) break;
    part.value *= next.value;
    part.scale = next.value;
    part.digits = false;
    ++part.end;
  }
  return part;
}

// "ونصف", "وربع", behind a scale of that scale: "مليون ونصف المليون".
void NumberReader::add_fraction(NumberReading& reading, double last_scale) const {
  const uint32_t next = joined_next(reading.end);
  const NumberWord& w = word(next);
  if (w.definite || !inside(next)) return;
  if (w.kind != NumberClass::fraction && w.kind != NumberClass::fraction_dual) return;
  if (std::floor(reading.value) != reading.value) return;
  const bool next_scale = is_scale(word(next + 1).kind) && !joined(next + 1);
  if (next_scale && word(next + 1).value != last_scale) return;
  // Behind plain digits a half may count something else ("10 قتلى ونصف المنازل"): only at a scale or in words.
  const bool noun_of_its_own = inside(next + 1) && document_.words[next + 1].proclitics & proclitic::al && !next_scale;
  if (noun_of_its_own) return;
  reading.value += w.value * (last_scale >= 1000 ? last_scale : 1);
  reading.end = next + 1 + (next_scale ? 1 : 0);
  reading.digits = false;
}

void NumberReader::add_decimals(NumberReading& reading) const {
  if (!(particle(reading.end) & number_particle::point) || std::floor(reading.value) != reading.value) return;
  const auto part = term(reading.end + 1);
  if (!part || part->value < 0 || std::floor(part->value) != part->value) return;
  double below = std::pow(10, std::floor(part->value == 0 ? 0 : std::log10(part->value)) + 1);
  uint32_t end = part->end;
  if (particle(end) & number_particle::of) {
    if (const auto whole = term(end + 1); whole && whole->value > part->value) {
      below = whole->value;
      end = whole->end;
    }
  }
  reading.value += part->value / below;
  reading.end = end;
  reading.digits = false;
}

// "واحد على ثلاثة", "واحد من عشرين": a part where nothing is counted behind it.
void NumberReader::add_division(NumberReading& reading) const {
  const uint16_t bits = particle(reading.end);
  const bool over = bits & number_particle::over;
  if (!over && !(bits & number_particle::of && !reading.digits)) return;
  if (inside(reading.end) && joined(reading.end)) return;
  const auto whole = cardinal(reading.end + 1);
  if (!whole || whole->value <= reading.value) return;
  const bool counts = inside(whole->end) && document_.words[whole->end].kind == WordKind::arabic;
  if (counts) return;
  reading.value /= whole->value;
  reading.end = whole->end;
  reading.kind = NumberKind::fraction;
  reading.digits = false;
}

// "ثلاثة أرباع", "خمسة أثمان", "مئة وثلاثون خمس"
void NumberReader::times_fraction(NumberReading& reading) const {
  const NumberWord& w = word(reading.end);
  if (joined(reading.end) || w.definite) return;
  const bool plural = w.kind == NumberClass::fraction_plural && reading.value >= 3 && reading.value <= 10;
  const bool feminine = w.kind == NumberClass::fraction_feminine && reading.value > 10;
  if (!plural && !feminine) return;
  reading.value = plural || feminine ? reading.value / std::round(1 / w.value) : reading.value;
  reading.kind = NumberKind::fraction;
  ++reading.end;
  reading.digits = false;
}

std::optional<NumberReading> NumberReader::cardinal(uint32_t i) const {
  const auto start = term(i);
  if (!start) return std::nullopt;
  NumberReading reading;
  reading.first = i;
  reading.value = start->value;
  reading.end = start->end;
  reading.digits = start->digits;
  double scale = start->scale;
  while (scale >= 1000) {
    const uint32_t next = joined_next(reading.end);
    if (!inside(next)) break;
    const auto more = term(next);
    if (!more || more->scale >= scale || more->value >= scale || more->value < 1) break;
    // "3 ملايين و200 قتيل": digits alone are a number of their own, unless a hundred below the thousand.
    if (more->digits && (scale != 1000 || !start->digits)) {
      if (scale != 1000) break;
    }
    reading.value += more->value;
    reading.end = more->end;
    reading.digits = false;
    if (more->scale <= 1) {
      scale = 1;
      break;
    }
    scale = more->scale;
  }
  if (scale != 0) {
    add_decimals(reading);
    times_fraction(reading);
    if (reading.kind == NumberKind::cardinal) add_fraction(reading, scale);
  }
  if (is_digits(i) && reading.digits) {
    if (const auto numeral = read_numeral(document_, lexicon_, i, bounds_, false)) {
      reading.first = numeral->first;
      if (numeral->fraction) reading.kind = NumberKind::fraction;
    }
  }
  return reading;
}

std::optional<NumberReading> NumberReader::ordinal(uint32_t i) const {
  const NumberWord& w = word(i);
  if (w.kind != NumberClass::ordinal && w.kind != NumberClass::ordinal_weak) return std::nullopt;
  NumberReading reading;
  reading.first = i;
  reading.kind = NumberKind::ordinal;
  const uint32_t next = joined_next(i + 1);
  if (word(i + 1).kind == NumberClass::ten && goes_on(i + 1)) {
    reading.value = w.value + 10;
    reading.end = i + 2;
  } else if (word(next).kind == NumberClass::tens && w.value < 10) {
    reading.value = w.value + word(next).value;
    reading.end = next + 1;
  } else if (w.kind == NumberClass::ordinal) {
    // "درجة الأولى": behind a feminine noun without article the definite ordinal is no attribute.
    const bool genitive = w.definite && i > bounds_.first && !(document_.words[i - 1].proclitics & proclitic::al) &&
                          document_.bytes(document_.words[i - 1].span).ends_with("ة");
    if (genitive) return std::nullopt;
    reading.value = w.value;
    reading.end = i + 1;
  } else {
    return std::nullopt;
  }
  return reading;
}

// A noun with article or a suffix follows, or nothing: then "خمس" is the fifth part.
bool NumberReader::is_part(uint32_t i) const {
  if (word(i).definite) return false;
  if (!inside(i + 1)) return true;
  const Word& next = document_.words[i + 1];
  if (next.kind != WordKind::arabic) return next.kind == WordKind::punctuation || next.kind == WordKind::symbol;
  return next.proclitics & proclitic::al && !(next.proclitics & (proclitic::conjunction | proclitic::preposition));
}

std::optional<NumberReading> NumberReader::fraction(uint32_t i) const {
  const NumberWord& w = word(i);
  const bool plain = w.kind == NumberClass::fraction || w.kind == NumberClass::fraction_dual;
  const bool feminine = w.kind == NumberClass::fraction_feminine && is_part(i);
  const bool alone = w.kind == NumberClass::fraction_alone && !inside(i + 1) && i == bounds_.first;
  if (!plain && !feminine && !alone) return std::nullopt;
  if (w.definite && (w.kind != NumberClass::fraction_dual)) return std::nullopt;
  NumberReading reading;
  reading.first = i;
  reading.kind = NumberKind::fraction;
  reading.value = w.value;
  reading.end = i + 1;
  if (joined(i + 1)) return reading;
  const NumberWord& next = word(i + 1);
  const bool multiplies = is_scale(next.kind) || next.kind == NumberClass::dozen;
  if (multiplies && next.kind != NumberClass::scale_plural) {
    reading.value *= next.value;
    reading.kind = NumberKind::cardinal;
    ++reading.end;
  } else if (next.definite && next.kind == NumberClass::tens) {
    reading.value *= next.value;
    ++reading.end;
  }
  return reading;
}

std::optional<NumberReading> NumberReader::vague(uint32_t i) const {
  const NumberWord& w = word(i);
  if (w.vague_max <= 0) return std::nullopt;
  NumberReading reading;
  reading.first = i;
  reading.kind = NumberKind::vague;
  reading.value = w.vague_min;
  reading.max = w.vague_max;
  reading.end = i + 1;
  const NumberWord& next = word(i + 1);
  if (!joined(i + 1) && next.kind == NumberClass::scale_plural && next.value > w.vague_min / 10) {
    reading.value = w.vague_min * next.value;
    reading.max = (w.vague_max + 1) * next.value - 1;
    ++reading.end;
  }
  return reading;
}

std::optional<NumberReading> NumberReader::read(uint32_t i) const {
  const NumberWord& w = word(i);
  if (w.kind == NumberClass::sign) {
    auto rest = inside(i + 1) && !joined(i + 1) ? cardinal(i + 1) : std::nullopt;
    if (!rest) return std::nullopt;
    rest->value = -rest->value;
    rest->first = i;
    rest->digits = false;
    return rest;
  }
  if (auto found = fraction(i)) return found;
  if (auto found = vague(i)) return found;
  if (auto found = ordinal(i)) return found;
  if (w.kind == NumberClass::dozen) return NumberReading{w.value, {}, NumberKind::cardinal, i, i + 1, false};
  auto found = cardinal(i);
  if (found) add_division(*found);
  return found;
}

}  // namespace isnad
