// A writer of JSON: compact, UTF-8 as it is, keys in the order of writing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void value(uint32_t number) { raw(std::to_string(number)); }
  void value(double number);  // shortest form that reads back the same
  void null() { raw("null"); }
  void value(const std::optional<double>& number);
  // The text, or null where it is empty.
  void text_or_null(std::string_view text);

  template <class Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }
  void member_or_null(std::string_view name, std::string_view text) {
    key(name);
    text_or_null(text);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void raw(std::string_view text);

  std::string& out_;
  bool first_ = true;  // no comma before the next item
  bool after_key_ = false;
};

// Appends text as a JSON string with its quotation marks.
void append_json_string(std::string& out, std::string_view text);

}  // namespace isnad
