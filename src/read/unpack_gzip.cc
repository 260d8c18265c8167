// gzip over zlib, member by member: web archives hold one member for each record.
#include <zlib.h>

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "read/unpack.h"

namespace isnad {
namespace {

constexpr size_t chunk_bytes = 1u << 17;
constexpr int gzip_only = 15 + 16;

}  // namespace

struct GzipStream::State {
  State(ByteStream& from, UnpackBudget& limit, std::string where)
      : in(from), budget(limit), place(std::move(where)), buffer(chunk_bytes) {
    if (inflateInit2(&zlib, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~State() { inflateEnd(&zlib); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  bool fill() {
    zlib.next_in = reinterpret_cast<Bytef*>(buffer.data());
    zlib.avail_in = static_cast<uInt>(in.read(buffer.data(), buffer.size()));
    return zlib.avail_in > 0;
  }

  // Goes to the next bytes that begin a member; false where there are none.
  bool find_member() {
    static constexpr unsigned char magic[] = {0x1f, 0x8b, 0x08};
    size_t matched = 0;
    while (matched < sizeof magic) {
      if (zlib.avail_in == 0 && !fill()) return false;
      const unsigned char byte = *zlib.next_in++;
      --zlib.avail_in;
      matched = byte == magic[matched] ? matched + 1 : byte == magic[0] ? 1 : 0;
    }
    inflateReset(&zlib);
    // The magic bytes are taken; inflate wants to see them itself.
    Bytef* const rest = zlib.next_in;
    const uInt left = zlib.avail_in;
    zlib.next_in = const_cast<Bytef*>(magic);
    zlib.avail_in = sizeof magic;
    Bytef nothing;
    zlib.next_out = &nothing;
    zlib.avail_out = 0;
    inflate(&zlib, Z_NO_FLUSH);
    zlib.next_in = rest;
    zlib.avail_in = left;
    return true;
  }

  [[noreturn]] void broken(const char* sentence) {
    between = true;
    throw Error(ErrorCode::bad_format, place, sentence);
  }

  ByteStream& in;
  UnpackBudget& budget;
  std::string place;
  std::vector<char> buffer;
  z_stream zlib{};
  bool between = true;  // no member has begun
  bool ended = false;
};

GzipStream::GzipStream(ByteStream& in, UnpackBudget& budget, std::string place)
    : state_(std::make_unique<State>(in, budget, std::move(place))) {}

GzipStream::~GzipStream() = default;

size_t GzipStream::read(char* to, size_t size) {
  State& state = *state_;
  z_stream& zlib = state.zlib;
  if (size == 0) return 0;
  while (!state.ended) {
    if (state.between) {
      if (!state.find_member()) break;
      state.between = false;
    }
    zlib.next_out = reinterpret_cast<Bytef*>(to);
    zlib.avail_out = static_cast<uInt>(std::min<size_t>(size, 1u << 30));
    const uInt room = zlib.avail_out;
    int result = Z_OK;
    while (result == Z_OK && zlib.avail_out == room) {
      const bool more = zlib.avail_in > 0 || state.fill();
      result = inflate(&zlib, Z_NO_FLUSH);
      if (!more && zlib.avail_out == room && result != Z_STREAM_END) {
        state.ended = true;
        state.broken("the compressed data ends too early");
      }
    }
    const size_t made = room - zlib.avail_out;
    if (result == Z_STREAM_END) state.between = true;
    if (made > 0) {
      state.budget.add_unpacked(made, state.place);
      return made;
    }
    if (result != Z_OK && result != Z_STREAM_END) state.broken("the compressed data is broken");
  }
  state.ended = true;
  return 0;
}

}  // namespace isnad
