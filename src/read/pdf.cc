#include "read/pdf.h"

#include <unicode/normalizer2.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "base/process.h"
#include "base/utf8.h"
#include "lexicon/table.h"
#include "read/charset.h"

namespace isnad {
namespace {

constexpr size_t least_evidence = 3;
constexpr double short_line = 0.75;  // of the longest line of its block: a paragraph ends with it

bool is_letter(char32_t c) { return (c >= 0x0620 && c <= 0x064A) || (c >= 0xFB50 && c <= 0xFEFC); }
bool is_ta_marbuta(char32_t c) { return c == 0x0629 || c == 0xFE93 || c == 0xFE94; }

// Letters as PDF fonts name their shapes → letters; all else as it is.
icu::UnicodeString without_presentation_forms(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return text;
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text[i];
    const bool shape = (c >= 0xFB50 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF);
    if (shape) {
      out += normalizer->normalize(icu::UnicodeString(c), status);
    } else {
      out += c;
    }
  }
  return out;
}

// A line in visual order → logical order: the inverse of Unicode's bidirectional algorithm, as ICU has it.
icu::UnicodeString logical(const icu::UnicodeString& line) {
  UErrorCode status = U_ZERO_ERROR;
  UBiDi* bidi = ubidi_open();
  ubidi_setReorderingMode(bidi, UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara(bidi, line.getBuffer(), line.length(), UBIDI_RTL, nullptr, &status);
  icu::UnicodeString out;
  char16_t* buffer = out.getBuffer(line.length() + 16);
  const int32_t size = ubidi_writeReordered(bidi, buffer, line.length() + 16, UBIDI_DO_MIRRORING, &status);
  out.releaseBuffer(U_SUCCESS(status) ? size : 0);
  ubidi_close(bidi);
  return U_SUCCESS(status) ? out : line;
}

std::string put_right(std::string_view line, bool visual) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(line.data(), static_cast<int32_t>(line.size())));
  if (visual) text = logical(text);
  std::string out;
  without_presentation_forms(text).toUTF8String(out);
  return out;
}

// Marks of direction that pdftotext puts around lines say nothing once the order is right.
std::string without_marks(std::string_view line) {
  std::string out;
  for (size_t at = 0; at < line.size();) {
    const CodePoint found = code_point_at(line, at);
    const char32_t c = found.value;
    const bool mark = (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (!mark && c != '\f') out += line.substr(at, found.size);
    at += found.size;
  }
  return std::string(trim(out));
}

bool is_page_number(std::string_view line) {
  return line.size() <= 6 && std::all_of(line.begin(), line.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == '-' || c == ' ' || c == '/';
         });
}

bool ends_sentence(std::string_view line) {
  for (const std::string_view end : {".", ":", "!", "؟", "»", "\"", "…"}) {
    if (line.ends_with(end)) return true;
  }
  return false;
}

void write_block(std::vector<std::string>& block, std::string& out) {
  size_t longest = 0;
  for (const std::string& line : block) longest = std::max(longest, line.size());
  for (size_t i = 0; i < block.size(); ++i) {
    out += block[i];
    const bool last = i + 1 == block.size();
    const bool ends =
        ends_sentence(block[i]) && static_cast<double>(block[i].size()) < short_line * static_cast<double>(longest);
    out += last || ends ? '\n' : ' ';
  }
  block.clear();
}

}  // namespace

bool in_visual_order(std::string_view text) {
  size_t begins = 0, ends = 0;
  char32_t before = ' ', current = ' ';
  for (size_t at = 0; at <= text.size();) {
    const CodePoint found = at < text.size() ? code_point_at(text, at) : CodePoint{' ', 1};
    if (is_ta_marbuta(current)) {
      begins += !is_letter(before) && is_letter(found.value);
      ends += is_letter(before) && !is_letter(found.value);
    }
    before = current;
    current = found.value;
    at += found.size;
  }
  return begins >= least_evidence && begins > 2 * ends;
}

std::string pdf_paragraphs(std::string_view pages) {
  const bool visual = in_visual_order(pages);
  std::string out;
  std::vector<std::string> block;
  for (const std::string_view raw : split(pages, '\n')) {
    const std::string line = without_marks(raw);
    if (line.empty()) {
      write_block(block, out);
    } else if (!is_page_number(line)) {
      block.push_back(put_right(line, visual));
    }
  }
  write_block(block, out);
  return out;
}

void read_pdf(std::string_view bytes, const Part& part, ReportSink& sink) {
  const ProcessResult result = run_program({"pdftotext", "-enc", "UTF-8", "-nopgbrk", "-", "-"}, bytes, {});
  switch (result.end) {
    case ProcessResult::End::done: break;
    case ProcessResult::End::not_found:
      throw Error(ErrorCode::unreadable, part.place,
                  "PDF is read with the program pdftotext, which is not installed (Debian: poppler-utils)");
    case ProcessResult::End::failed:
      throw Error(ErrorCode::bad_format, part.place,
                  "pdftotext can't read this file: broken, or locked with a password");
    case ProcessResult::End::too_long:
      throw Error(ErrorCode::too_large, part.place, "pdftotext took too long with this file");
    case ProcessResult::End::too_much: throw Error(ErrorCode::too_large, part.place, "the text is larger than 32 MiB");
  }
  Document document;
  document.path = part.place;
  document.url = part.url;
  document.text = pdf_paragraphs(decode(result.out, Charset::utf8).text);
  if (in_visual_order(result.out)) {
    document.notes.push_back({{}, "the letters stood in the order of the page and were turned round"});
  }
  if (document.text.empty()) throw Error(ErrorCode::not_text, part.place, "the PDF holds pictures of text, not text");
  sink.report(std::move(document), part);
}

}  // namespace isnad
