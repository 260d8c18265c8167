// Where and when a story's main happening was.
#pragma once

#include "document/collection.h"

namespace isnad {

// Sets the place of every story and, where the reports tell it, the day of its main happening instead of the day of the
// first report. After the timeline.
void set_story_facts(Collection& collection);

}  // namespace isnad
