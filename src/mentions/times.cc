#include "mentions/times.h"

#include "mentions/times_reader.h"
#include "mentions/times_resolve.h"

namespace isnad {
namespace {

// In a line of credits "اليوم" alone is part of a newspaper's name.
bool names_outlet(const TimeReading& reading) {
  return reading.kind == TimeKind::relative && reading.offset == 0 && reading.weekday == 0 &&
         reading.part == DayPart::none;
}

void find_in_sentence(Document& document, const Lexicon& lexicon, Range bounds, bool credit) {
  const TimeReader reader(document, lexicon, bounds);
  for (uint32_t i = bounds.first; i < bounds.last;) {
    if (!reader.may_begin(i)) {
      ++i;
      continue;
    }
    if (const uint32_t skipped = reader.no_time(i); skipped > 0) {
      i += skipped;
      continue;
    }
    const auto found = reader.read(i);
    if (!found || found->end <= i || (credit && names_outlet(found->reading))) {
      ++i;
      continue;
    }
    Time time;
    time.words = {found->first, found->end};
    time.span = {document.words[found->first].base.start, document.words[found->end - 1].span.end};
    time.type = type_of(found->reading);
    time.reading = found->reading;
    document.times.push_back(time);
    i = found->end;
  }
}

}  // namespace

void find_times(Document& document, const Lexicon& lexicon) {
  document.times.clear();
  for (const Sentence& sentence : document.sentences) {
    const bool credit = sentence.line < document.lines.size() && document.lines[sentence.line].kind == LineKind::credit;
    find_in_sentence(document, lexicon, sentence.words, credit);
  }
}

void resolve_times(Document& document, const Lexicon&) {
  TimeResolver resolver(document.published);
  for (Time& time : document.times) resolver.resolve(time);
}

}  // namespace isnad
