#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace isnad {
namespace {

struct Block4 {
  uint32_t first;
  unsigned bits;
};

constexpr uint32_t quad(uint32_t a, uint32_t b, uint32_t c, uint32_t d) { return a << 24 | b << 16 | c << 8 | d; }

constexpr std::array special4 = {
    Block4{quad(0, 0, 0, 0), 8},      Block4{quad(10, 0, 0, 0), 8},     Block4{quad(100, 64, 0, 0), 10},
    Block4{quad(127, 0, 0, 0), 8},    Block4{quad(169, 254, 0, 0), 16}, Block4{quad(172, 16, 0, 0), 12},
    Block4{quad(192, 0, 0, 0), 24},   Block4{quad(192, 0, 2, 0), 24},   Block4{quad(192, 88, 99, 0), 24},
    Block4{quad(192, 168, 0, 0), 16}, Block4{quad(198, 18, 0, 0), 15},  Block4{quad(198, 51, 100, 0), 24},
    Block4{quad(203, 0, 113, 0), 24}, Block4{quad(224, 0, 0, 0), 4},    Block4{quad(240, 0, 0, 0), 4}};

bool is_public4(uint32_t address) {
  return std::none_of(special4.begin(), special4.end(),
                      [&](const Block4& block) { return (address ^ block.first) >> (32 - block.bits) == 0; });
}

bool is_public6(const std::array<uint8_t, 16>& a) {
  const auto embedded = [&](size_t at) { return quad(a[at], a[at + 1], a[at + 2], a[at + 3]); };
  const auto zero = [&](size_t from, size_t to) {
    return std::all_of(a.begin() + static_cast<std::ptrdiff_t>(from), a.begin() + static_cast<std::ptrdiff_t>(to),
                       [](uint8_t byte) { return byte == 0; });
  };
  if (zero(0, 10) && a[10] == 0xFF && a[11] == 0xFF) return is_public4(embedded(12));  // mapped
  if (zero(0, 12)) return false;                                                       // ::, ::1, compatible
  if (a[0] == 0 && a[1] == 0x64 && a[2] == 0xFF && a[3] == 0x9B) {                     // NAT64
    return zero(4, 12) && is_public4(embedded(12));
  }
  if (a[0] == 0x20 && a[1] == 0x02) return is_public4(embedded(2));                // 6to4
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] < 2) return false;                      // Teredo, ORCHID, …
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8) return false;  // documentation
  return (a[0] & 0xE0) == 0x20;  // global unicast; all else is private, link-local, multicast or not given out
}

}  // namespace

bool is_public_address(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, address, sizeof in);
    return is_public4(ntohl(in.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return false;
  sockaddr_in6 in{};
  std::memcpy(&in, address, sizeof in);
  std::array<uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
  return is_public6(bytes);
}

std::string address_text(const sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address->sa_family == AF_INET) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  } else if (address->sa_family == AF_INET6) {
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text, sizeof text);
  }
  return text;
}

}  // namespace isnad
