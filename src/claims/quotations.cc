#include "claims/quotations.h"

namespace isnad {
namespace {

enum class Look : uint8_t { opens, closes, either };

bool is_guillemet(char32_t mark) { return mark == U'«' || mark == U'»'; }

// What the mark and the blanks about it say. Curly marks are often typed the wrong way round, so only blanks count.
Look look_of(const TokenStream& stream, uint32_t at, uint32_t line_end) {
  if (stream[at].mark == U'«') return Look::opens;
  if (stream[at].mark == U'»') return Look::closes;
  const bool before = stream.word(at).space_before || stream[at].mark == U'„';
  const bool behind = at + 1 >= line_end || stream.word(at + 1).space_before;
  if (before == behind) return Look::either;
  return before ? Look::opens : Look::closes;
}

constexpr uint32_t lines_at_most = 5;  // how many lines an unclosed quotation may run on

struct Search {
  TokenStream& stream;
  Quotations found;
  std::vector<Range> lines;

  void close(Quotation quotation, uint32_t end, bool closed) {
    quotation.end = end;
    quotation.closed = closed;
    found.all.push_back(quotation);
  }

  // The line and token behind a closing mark in one of the next lines, where no other opens before it.
  uint32_t closed_later(size_t line, bool guillemet) const {
    for (size_t next = line + 1; next < lines.size() && next <= line + lines_at_most; ++next) {
      for (uint32_t at = lines[next].first; at < lines[next].last; ++at) {
        const char32_t mark = stream[at].mark;
        if (!is_quotation_mark(mark) || is_guillemet(mark) != guillemet) continue;
        if (at == lines[next].first) continue;  // each paragraph may open again
        return look_of(stream, at, lines[next].last) == Look::closes ? at + 1 : none;
      }
    }
    return none;
  }

  void search_line(size_t line, uint32_t& skip_to) {
    Quotation open;
    const Range range = lines[line];
    for (uint32_t at = std::max(range.first, skip_to); at < range.last; ++at) {
      const char32_t mark = stream[at].mark;
      if (!is_quotation_mark(mark)) continue;
      const Look look = look_of(stream, at, range.last);
      const bool same_kind = open.open != none && is_guillemet(mark) == is_guillemet(stream[open.open].mark);
      if (open.open == none) {
        if (look != Look::closes || mark != U'»') open.open = at;
        continue;
      }
      if (!same_kind) continue;
      if (look == Look::opens) {
        close(open, at, false);  // the one before was not closed
        open = Quotation{at, none, false};
        continue;
      }
      close(open, at + 1, true);
      open = Quotation{};
    }
    if (open.open == none) return;
    const uint32_t later = closed_later(line, is_guillemet(stream[open.open].mark));
    close(open, later == none ? range.last : later, later != none);
    if (later != none) skip_to = later;
  }
};

std::vector<Range> lines_of_tokens(const Document& document) {
  std::vector<Range> lines;
  uint32_t line = none;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.line != line || lines.empty())
      lines.push_back(sentence.words);
    else
      lines.back().last = sentence.words.last;
    line = sentence.line;
  }
  return lines;
}

void set_sentence_ends(TokenStream& stream, const Quotations& quotations, const std::vector<Range>& lines) {
  stream.sentence_start.assign(stream.size(), 0);
  stream.sentence_end.assign(stream.size(), stream.size());
  const auto finish = [&](uint32_t first, uint32_t last) {
    for (uint32_t at = first; at < last; ++at) {
      stream.sentence_start[at] = first;
      stream.sentence_end[at] = last;
    }
  };
  for (const Range& line : lines) {
    uint32_t first = line.first;
    for (uint32_t at = line.first; at < line.last; ++at) {
      const Quotation* quotation = quotations.at(at);
      bool ends = stream[at].sentence_end && (!quotation || !quotation->closed || at + 1 >= quotation->end);
      // A full stop just inside the closing mark ends the sentence there.
      if (!ends && quotation && quotation->closed && at + 1 == quotation->end && at > quotation->open + 1) {
        const char32_t before = stream[at - 1].mark;
        ends = before == U'.' || before == U'؟' || before == U'!';
      }
      if (!ends) continue;
      finish(first, at + 1);
      first = at + 1;
    }
    finish(first, line.last);
  }
}

}  // namespace

bool is_quotation_mark(char32_t mark) {
  switch (mark) {
    case U'"':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
    case U'„':
    case U'‟': return true;
    default: return false;
  }
}

Quotations find_quotations(TokenStream& stream) {
  Search search{stream, {}, lines_of_tokens(*stream.document)};
  uint32_t skip_to = 0;
  for (size_t line = 0; line < search.lines.size(); ++line) search.search_line(line, skip_to);
  Quotations& found = search.found;
  found.inside.assign(stream.size(), none);
  for (uint32_t index = 0; index < found.all.size(); ++index) {
    for (uint32_t at = found.all[index].open; at < found.all[index].end; ++at) found.inside[at] = index;
  }
  set_sentence_ends(stream, found, search.lines);
  return std::move(search.found);
}

bool quotes_a_name(const TokenStream& stream, const Quotation& quotation) {
  constexpr uint32_t words_at_most = 5;
  if (!quotation.closed || quotation.end - quotation.open - 2 > words_at_most || quotation.open == 0) return false;
  const uint32_t first = quotation.open + 1;
  if (first + 1 >= quotation.end) return true;
  const uint32_t mention = stream[first].mention;
  if (mention != none && stream[quotation.end - 2].mention == mention) return true;
  uint32_t before = quotation.open - 1;
  if (stream[before].mark == U'(' && before > 0) --before;
  return stream[before].is(speech::quoted | speech::media);
}

}  // namespace isnad
