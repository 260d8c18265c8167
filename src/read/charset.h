// Charsets: bytes of unknown encoding → UTF-8, with the map back to the bytes.
//
// Told apart by content: byte order mark; valid UTF-8; the zero bytes of UTF-16; and for single bytes the article
// "ال", by far the commonest pair of letters in Arabic, which windows-1256 writes C7 E1 and ISO-8859-6 C7 E4.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace isnad {

enum class Charset : uint8_t { utf8, utf16_le, utf16_be, windows_1256, iso_8859_6 };

std::string_view name_of(Charset charset);

// The charset that the bytes are most likely in.
Charset detect_charset(std::string_view bytes);

struct Decoded {
  std::string text;     // valid UTF-8
  Alignment alignment;  // empty where text and bytes are the same
  std::vector<Note> notes;
};

// Invalid bytes become U+FFFD, with one note for each run of them (at most 20 notes). A byte order mark is left out.
Decoded decode(std::string_view bytes, Charset charset);

// False where the bytes can be no text in any of the charsets: images, archives, programs.
bool looks_like_text(std::string_view bytes);

// The span of the source that a span of the text comes from.
Span source_span(const Alignment& alignment, const Span& text);

}  // namespace isnad
