#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace sagsflow {

/// Definitions of one kind. Copies share them, and so do the arms of a scenario what no trial of theirs touches.
template <class T>
class DefinitionList {
  using Shared = std::shared_ptr<const T>;

 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    explicit Iterator(const Shared* at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    reference operator[](difference_type n) const { return *at_[n]; }
    Iterator& operator+=(difference_type n) { return at_ += n, *this; }
    Iterator& operator-=(difference_type n) { return at_ -= n, *this; }
    Iterator& operator++() { return ++at_, *this; }
    Iterator& operator--() { return --at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    Iterator operator--(int) { return Iterator(at_--); }
    friend Iterator operator+(Iterator i, difference_type n) { return i += n; }
    friend Iterator operator+(difference_type n, Iterator i) { return i += n; }
    friend Iterator operator-(Iterator i, difference_type n) { return i -= n; }
    friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    auto operator<=>(const Iterator&) const = default;

   private:
    const Shared* at_ = nullptr;
  };
  using value_type = T;
  using const_iterator = Iterator;

  Iterator begin() const { return Iterator(list_.data()); }
  Iterator end() const { return Iterator(list_.data() + list_.size()); }
  std::size_t size() const { return list_.size(); }
  bool empty() const { return list_.empty(); }
  const T& operator[](std::size_t index) const { return *list_[index]; }
  const T& front() const { return *list_.front(); }

  void add(Shared definition) { list_.push_back(std::move(definition)); }
  void sort_by_name() {
    std::ranges::sort(list_, {}, [](const Shared& definition) -> const auto& { return definition->name; });
  }

 private:
  std::vector<Shared> list_;
};

/// Where the thing of that name stands in a list in order of name; the list's size where there is none.
template <class List>
std::size_t index_named(const List& list, std::string_view name) {
  using Thing = typename List::value_type;
  const auto found =
      std::ranges::lower_bound(list, name, {}, [](const Thing& thing) -> std::string_view { return thing.name; });
  return found != list.end() && found->name == name ? static_cast<std::size_t>(found - list.begin()) : list.size();
}

/// That thing; nullptr where there is none.
template <class List>
const typename List::value_type* find_named(const List& list, std::string_view name) {
  const std::size_t index = index_named(list, name);
  return index == list.size() ? nullptr : &list[index];
}

/// Whether there is one.
template <class List>
bool has_named(const List& list, std::string_view name) {
  return index_named(list, name) != list.size();
}

}  // namespace sagsflow
