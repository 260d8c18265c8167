#include "read/unpack.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <clocale>
#include <vector>

#include "base/error.h"

namespace isnad {
namespace {

constexpr uint64_t free_bytes = 64u << 20;
constexpr uint64_t most_times = 300;
constexpr size_t chunk_bytes = 1u << 16;
constexpr size_t most_entries = 1'000'000;

// libarchive converts the names of files to the charset of the locale; here that is always UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() : mine_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(mine_ ? uselocale(mine_) : nullptr) {}
  ~Utf8Locale() {
    if (!mine_) return;
    uselocale(before_);
    freelocale(mine_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t mine_;
  locale_t before_;
};

// An archive of libarchive that reads from a stream. Errors of the stream pass through C code as its own message.
class Archive {
 public:
  explicit Archive(ByteStream& in) : in_(in), handle_(archive_read_new()), buffer_(chunk_bytes) {}
  ~Archive() { archive_read_free(handle_); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  archive* handle() const { return handle_; }
  int open() { return archive_read_open(handle_, this, nullptr, read_more, nullptr); }
  std::string message() const {
    const char* text = archive_error_string(handle_);
    return text ? std::string("the archive is broken (") + text + ")" : "the archive is broken";
  }

 private:
  static la_ssize_t read_more(archive* handle, void* self, const void** out) {
    auto* archive = static_cast<Archive*>(self);
    try {
      *out = archive->buffer_.data();
      return static_cast<la_ssize_t>(archive->in_.read(archive->buffer_.data(), archive->buffer_.size()));
    } catch (const std::exception& error) {
      archive_set_error(handle, EIO, "%s", error.what());
      return -1;
    }
  }

  ByteStream& in_;
  archive* handle_;
  std::vector<char> buffer_;
};

// Data of the entry that libarchive stands at.
class EntryStream : public ByteStream {
 public:
  EntryStream(Archive& archive, UnpackBudget& budget, const std::string& place)
      : archive_(archive), budget_(budget), place_(place) {}

  size_t read(char* to, size_t size) override {
    while (true) {
      const la_ssize_t got = archive_read_data(archive_.handle(), to, size);
      if (got == ARCHIVE_RETRY || got == ARCHIVE_WARN) continue;
      if (got < 0) throw Error(ErrorCode::bad_format, place_, archive_.message());
      budget_.add_unpacked(static_cast<uint64_t>(got), place_);
      return static_cast<size_t>(got);
    }
  }

 private:
  Archive& archive_;
  UnpackBudget& budget_;
  const std::string& place_;
};

}  // namespace

void UnpackBudget::add_unpacked(uint64_t bytes, const std::string& place) {
  unpacked_ += bytes;
  if (unpacked_ > free_bytes + most_times * packed_) {
    throw Error(ErrorCode::too_large, place,
                "expands to more than " + std::to_string(most_times) + " times its size; the rest is not read");
  }
}

size_t CountedStream::read(char* to, size_t size) {
  const size_t got = in_.read(to, size);
  budget_.add_packed(got);
  return got;
}

struct DecompressedStream::State {
  State(ByteStream& in, UnpackBudget& budget, std::string where)
      : archive(in), place(std::move(where)), data(archive, budget, place) {}
  Archive archive;
  std::string place;
  EntryStream data;
  bool open = false;
};

DecompressedStream::DecompressedStream(ByteStream& in, UnpackBudget& budget, std::string place)
    : state_(std::make_unique<State>(in, budget, std::move(place))) {
  archive* handle = state_->archive.handle();
  archive_read_support_filter_xz(handle);
  archive_read_support_filter_bzip2(handle);
  archive_read_support_filter_zstd(handle);
  archive_read_support_format_raw(handle);
}

DecompressedStream::~DecompressedStream() = default;

size_t DecompressedStream::read(char* to, size_t size) {
  if (!state_->open) {
    archive_entry* entry = nullptr;
    if (state_->archive.open() != ARCHIVE_OK ||
        archive_read_next_header(state_->archive.handle(), &entry) < ARCHIVE_WARN) {
      throw Error(ErrorCode::bad_format, state_->place, state_->archive.message());
    }
    state_->open = true;
  }
  return state_->data.read(to, size);
}

struct ArchiveReader::State {
  State(ByteStream& in, UnpackBudget& budget, std::string where)
      : archive(in), place(std::move(where)), data(archive, budget, place) {}
  Archive archive;
  std::string place;
  EntryStream data;
  std::string name;
  bool encrypted = false;
  bool open = false;
  size_t entries = 0;
};

ArchiveReader::ArchiveReader(ByteStream& in, UnpackBudget& budget, std::string place)
    : state_(std::make_unique<State>(in, budget, std::move(place))) {
  archive_read_support_format_zip_streamable(state_->archive.handle());
  archive_read_support_format_tar(state_->archive.handle());
}

ArchiveReader::~ArchiveReader() = default;

bool ArchiveReader::next() {
  const Utf8Locale locale;
  State& state = *state_;
  const auto broken = [&] { return Error(ErrorCode::bad_format, state.place, state.archive.message()); };
  if (!state.open && state.archive.open() != ARCHIVE_OK) throw broken();
  state.open = true;
  while (true) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(state.archive.handle(), &entry);
    if (result == ARCHIVE_EOF) return false;
    if (result == ARCHIVE_RETRY) continue;
    if (result < ARCHIVE_WARN) throw broken();
    if (++state.entries > most_entries) {
      throw Error(ErrorCode::too_large, state.place, "holds more than a million files; the rest is not read");
    }
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    state.name = name ? name : "file " + std::to_string(state.entries);
    state.encrypted = archive_entry_is_encrypted(entry) == 1;
    return true;
  }
}

const std::string& ArchiveReader::name() const { return state_->name; }
bool ArchiveReader::encrypted() const { return state_->encrypted; }
ByteStream& ArchiveReader::content() { return state_->data; }

}  // namespace isnad
