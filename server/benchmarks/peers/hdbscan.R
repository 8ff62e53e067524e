# HDBSCAN by R's dbscan: points beforehand, then one clustering for every line that comes in, the first of the rows as
# they come, the next of shuffled rows. Arguments: files of x and of y, one a line; minPts; file for the labels, in the
# order of the rows. The check sum is the number of clusters.
suppressPackageStartupMessages(library(dbscan))
arguments <- commandArgs(TRUE)
points <- cbind(as.numeric(readLines(arguments[1])), as.numeric(readLines(arguments[2])))
enough <- as.integer(arguments[3])
cat("ready\n")
orders <- file("stdin", "r")
rows <- seq_len(nrow(points))
set.seed(1)
while (length(readLines(orders, 1)) > 0) {
  start <- Sys.time()
  found <- hdbscan(points[rows, ], enough)
  seconds <- as.numeric(Sys.time() - start, units = "secs")
  labels <- integer(length(rows))
  labels[rows] <- found$cluster
  writeLines(as.character(labels), arguments[4])
  cat(seconds, max(labels), "\n")
  rows <- sample(rows)
}
