create spatial index grid_by_shape on grids.grid (shape);
create spatial index base_feature_by_shape on grids.base_feature (shape);
