// Work over many documents by several threads; each item is worked on alone, so the result does not depend on them.
#pragma once

#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace isnad {

template <class Item, class Work>
void for_each_parallel(std::vector<Item>& items, unsigned threads, Work&& work) {
  if (threads <= 1 || items.size() <= 1) {
    for (Item& item : items) work(item);
    return;
  }
  std::atomic<size_t> next{0};
  std::vector<std::exception_ptr> errors(threads);
  std::vector<std::jthread> workers;
  for (unsigned t = 0; t < threads; ++t) {
    workers.emplace_back([&, t] {
      try {
        for (size_t i = next++; i < items.size(); i = next++) work(items[i]);
      } catch (...) {
        errors[t] = std::current_exception();
      }
    });
  }
  workers.clear();  // joins
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace isnad
