#pragma once
// std::visit(overload{[](const A&) {...}, [](const B&) {...}}, variant)
namespace morgue::core {

template <class... F>
struct overload : F... {
    using F::operator()...;
};
template <class... F>
overload(F...) -> overload<F...>;  // clang 14, and so clang-tidy, needs the guide spelled out

}  // namespace morgue::core
