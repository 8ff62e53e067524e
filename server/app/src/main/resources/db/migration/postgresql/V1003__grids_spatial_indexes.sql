create index grid_by_shape on grids.grid using gist (shape);
create index base_feature_by_shape on grids.base_feature using gist (shape);
