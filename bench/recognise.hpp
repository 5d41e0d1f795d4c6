#pragma once
// morgue-bench recognise FILE: how fast names are found in plain text.
#include <string>

// FILE holds articles parted by form feeds. Prints a JSON line for a first and for a second pass of
// one recogniser, in processor time of one thread.
int recognise(const std::string& file);
