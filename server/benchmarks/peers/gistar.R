# Gi* of counts on a lattice by spdep: neighbour lists beforehand, then one statistic for every line that comes in.
# Arguments: file of counts, one a line, column by column; number of rows in a column.
suppressPackageStartupMessages(library(spdep))
arguments <- commandArgs(TRUE)
counts <- as.numeric(readLines(arguments[1]))
rows <- as.integer(arguments[2])
columns <- length(counts) %/% rows
place <- seq_along(counts) - 1L
near <- vector("list", length(counts))
row <- place %% rows
column <- place %/% rows
for (i in seq_along(counts)) {
  r <- max(0L, row[i] - 1L):min(rows - 1L, row[i] + 1L)
  k <- max(0L, column[i] - 1L):min(columns - 1L, column[i] + 1L)
  near[[i]] <- setdiff(as.integer(outer(r, k * rows, "+")) + 1L, i)
}
near <- lapply(near, sort)
class(near) <- "nb"
attr(near, "region.id") <- as.character(seq_along(counts))
weights <- nb2listw(include.self(near), style = "B")
cat("ready\n")
orders <- file("stdin", "r")
while (length(readLines(orders, 1)) > 0) {
  start <- Sys.time()
  z <- localG(counts, weights)
  cat(as.numeric(Sys.time() - start, units = "secs"), format(sum(abs(z)), digits = 15), "\n")
}
