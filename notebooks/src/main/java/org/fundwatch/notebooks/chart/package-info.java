/** Tables and charts that a notebook shows, as HTML and SVG without scripts. */
@NullMarked
package org.fundwatch.notebooks.chart;

import org.jspecify.annotations.NullMarked;
