// Parts of fetching that need no server: addresses, robots.txt, Retry-After, what is written and read again.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <filesystem>

#include "base/sha256.h"
#include "fetch/address.h"
#include "fetch/fetcher.h"
#include "fetch/journal.h"
#include "fetch/robots.h"
#include "fetch/warc_writer.h"
#include "read_bytes.h"
#include "run_program.h"

namespace isnad {
namespace {

bool is_public(const std::string& text) {
  sockaddr_storage storage{};
  if (text.find(':') == std::string::npos) {
    auto* address = reinterpret_cast<sockaddr_in*>(&storage);
    address->sin_family = AF_INET;
    EXPECT_EQ(inet_pton(AF_INET, text.c_str(), &address->sin_addr), 1) << text;
  } else {
    auto* address = reinterpret_cast<sockaddr_in6*>(&storage);
    address->sin6_family = AF_INET6;
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &address->sin6_addr), 1) << text;
  }
  return is_public_address(reinterpret_cast<sockaddr*>(&storage));
}

TEST(Address, OnlyThePublicInternetIsPublic) {
  for (const char* text : {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.63.255.255", "100.128.0.0", "192.167.1.1",
                           "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"}) {
    EXPECT_TRUE(is_public(text)) << text;
  }
  for (const char* text : {"0.0.0.0",
                           "127.0.0.1",
                           "127.255.255.255",
                           "10.1.2.3",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.1.1",
                           "169.254.169.254",
                           "100.64.0.1",
                           "224.0.0.1",
                           "255.255.255.255",
                           "198.18.0.1",
                           "::",
                           "::1",
                           "fe80::1",
                           "fc00::1",
                           "fd12::1",
                           "ff02::1",
                           "::ffff:127.0.0.1",
                           "::127.0.0.1",
                           "64:ff9b::7f00:1",
                           "64:ff9b:1::1",
                           "2002:7f00:1::1",
                           "2001::1",
                           "2001:db8::1",
                           "fec0::1"}) {
    EXPECT_FALSE(is_public(text)) << text;
  }
  sockaddr other{};
  other.sa_family = AF_UNIX;
  EXPECT_FALSE(is_public_address(&other));
}

TEST(Robots, GroupsAndTheLongestRule) {
  const Robots robots(
      "# comment\nUser-agent: other\nUser-Agent: Isnad\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\nDisallow: "
      "/x?*q=\n"
      "Crawl-delay: 2.5\n\nUser-agent: *\nDisallow: /\n",
      "isnad");
  struct {
    const char* path;
    bool allowed;
  } cases[] = {{"/", true},        {"/a", false},     {"/a/b/c", true},    {"/abc", false}, {"/f.pdf", false},
               {"/f.pdf?x", true}, {"/x?q=1", false}, {"/x?a&q=1", false}, {"/x", true}};
  for (const auto& it : cases) EXPECT_EQ(robots.allows(it.path), it.allowed) << it.path;
  EXPECT_DOUBLE_EQ(robots.delay_seconds(), 2.5);
  EXPECT_FALSE(Robots("User-agent: *\rDisallow: /", "isnad").allows("/x"));
  EXPECT_TRUE(Robots("User-agent: *\nDisallow:\n", "isnad").allows("/x"));
  EXPECT_TRUE(Robots("<html>not found</html>", "isnad").allows("/x"));
  EXPECT_FALSE(Robots("user-agent: *\ndisallow: /%D9%82%D8%A7%D9%84", "isnad").allows("/قال/1")) << "escaped or not";
  EXPECT_TRUE(Robots("user-agent: *\ndisallow: /p\nallow: /p", "isnad").allows("/p")) << "among equals, allow";
  const std::string stars = "user-agent: *\ndisallow: /" + std::string(1000, '*') + "a*b*c*d$\n";
  EXPECT_TRUE(Robots(stars, "isnad").allows("/" + std::string(2000, 'a')));
}

TEST(Fetch, RetryAfterAsSecondsOrDate) {
  EXPECT_EQ(retry_after_ms("120", 0), 120'000);
  EXPECT_EQ(retry_after_ms("Thu, 01 Jan 1970 00:01:00 GMT", 10'000), 50'000);
  EXPECT_EQ(retry_after_ms("Thu, 01 Jan 1970 00:01:00 GMT", 100'000), 0);
  EXPECT_EQ(retry_after_ms("", 0), -1);
  EXPECT_EQ(retry_after_ms("soon", 0), -1);
}

TEST(Fetch, AddressesInNormalForm) {
  EXPECT_EQ(parse_url("HTTP://S.example/a/../b?q=1#f").whole, "http://S.example/b?q=1");
  EXPECT_EQ(parse_url("/قال", "https://s.example/x/y").whole, "https://s.example/%d9%82%d8%a7%d9%84");
  EXPECT_EQ(parse_url("https://s.example/a?b").host, "https://s.example:443");
  EXPECT_EQ(parse_url("https://s.example/a?b").path, "/a?b");
  for (const char* none :
       {"file:///etc/passwd", "ftp://x/", "javascript:1", "s.example", "https://u:p@s.example/", ""}) {
    EXPECT_EQ(parse_url(none).host, "") << none;
  }
}

TEST(Sha256, KnownDigests) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(WarcWriter, WhatIsWrittenIsRead) {
  const TestFolder folder;
  WarcWriter writer(folder.path("in/it"), "isnad test");
  HttpAnswer answer;
  answer.request_head = "GET /1 HTTP/1.1\r\n\r\n";
  answer.head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n";
  answer.body = "قال مدير الميناء إن العمل استؤنف في الأرصفة كلها.";
  answer.status = 200;
  answer.address = "192.0.2.1";
  writer.write("https://s.example/1", 1620120131000, answer);
  answer.status = 304;
  writer.write("https://s.example/1", 1620120132000, answer);
  EXPECT_EQ(writer.file_name(), "isnad-20210504T092211-0000.warc.gz");
  const WasRead read = was_read(file_bytes(folder.path("in/it/" + writer.file_name())), "a.warc.gz");
  ASSERT_EQ(read.documents.size(), 1U) << read.complaints();
  EXPECT_EQ(read.documents[0].url, "https://s.example/1");
  EXPECT_EQ(read.complaints(), "a.warc.gz: left out: 1 records that say that a page was as before\n");
}

TEST(Journal, RemembersWhatWasFetched) {
  const TestFolder folder;
  {
    Journal journal(folder.path());
    JournalEntry entry;
    entry.url = "https://s.example/\"1\"";
    entry.status = 200;
    entry.outcome = "fetched";
    entry.etag = "\"e\\1\"";
    journal.add(entry);
    for (const auto& [url, status] : {std::pair("https://s.example/2", 404), std::pair("https://s.example/3", 429)}) {
      JournalEntry failed;
      failed.url = url;
      failed.status = status;
      failed.outcome = "failed";
      journal.add(failed);
    }
  }
  const Journal again(folder.path());
  ASSERT_NE(again.fetched("https://s.example/\"1\""), nullptr);
  EXPECT_EQ(again.fetched("https://s.example/\"1\"")->etag, "\"e\\1\"");
  EXPECT_EQ(again.fetched("https://s.example/2"), nullptr);
  EXPECT_TRUE(again.in_vain("https://s.example/2"));
  EXPECT_FALSE(again.in_vain("https://s.example/3"));
}

}  // namespace
}  // namespace isnad
