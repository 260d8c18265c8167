// MIME: e-mail (RFC 5322, 2045 to 2047) and MHTML, the page and its pictures in one file as browsers save them.
#pragma once

#include <string>
#include <string_view>

#include "read/sink.h"

namespace isnad {

// A mail is one report of its subject and its text, with its attachments as files of their own; a saved page (MHTML) is
// the page alone, with the address that it was saved from. bytes: the whole message.
void read_mail(std::string_view bytes, const Part& part, ReportSink& sink);

// A header's value with its encoded words ("=?windows-1256?B?…?=") as UTF-8.
std::string decode_words(std::string_view value);

// The bytes of quoted-printable and base64; what is wrong in them is passed over.
std::string decode_quoted_printable(std::string_view text);
std::string decode_base64(std::string_view text);

}  // namespace isnad
