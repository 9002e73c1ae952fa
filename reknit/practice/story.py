"""A history as plain text and back: `parse` and `print_story`. The grammar is one page: `docs/stories.md`."""

from reknit.practice.story_acts import Line, Story, StoryError, StoryPerson
from reknit.practice.story_order import moments
from reknit.practice.story_parse import parse
from reknit.practice.story_print import print_story
from reknit.practice.story_shift import ending

__all__ = ["Line", "Story", "StoryError", "StoryPerson", "ending", "moments", "parse", "print_story"]
