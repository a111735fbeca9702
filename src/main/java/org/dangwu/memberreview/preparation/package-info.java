/** Start, plan, self reviews, mutual reviews and talks of a review (B01–B09). */
package org.dangwu.memberreview.preparation;
