@NullMarked
package org.gridsight.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
