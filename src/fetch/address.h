// Addresses of the network: which of them belong to the public Internet.
#pragma once

#include <sys/socket.h>

#include <string>

namespace isnad {

// False for loopback, private, link-local, shared, multicast, documentation and reserved addresses (the registries of
// IANA for special purposes, RFC 6890), also where they stand inside an IPv6 address (mapped, NAT64, 6to4), and for all
// that is neither IPv4 nor IPv6.
bool is_public_address(const sockaddr* address);

// "192.0.2.1" or "2001:db8::1"; empty for other families.
std::string address_text(const sockaddr* address);

}  // namespace isnad
