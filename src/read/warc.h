// Web archives (WARC 1.0 and 1.1, ISO 28500): every page that a crawl kept → a file that is read by its own kind.
//
// The reader is isnad's own, because libarchive's gives neither the address nor the header of a record. Records are
// read one at a time; a record that is no page is passed over without being held.
#pragma once

#include "read/sink.h"

namespace isnad {

// Hands each response, resource and conversion on as a file of its own: "FILE: record 7" with its address, content type
// and time. Requests and metadata are passed over; revisits and what is no page are counted. A broken record is a
// problem with its number, and the next one is looked for. `bytes` are those behind gzip.
void read_warc(ByteStream& bytes, const Part& part, ReportSink& sink);

}  // namespace isnad
