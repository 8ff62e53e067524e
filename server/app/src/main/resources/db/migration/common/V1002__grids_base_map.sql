-- What is drawn below everything else: roads, water, green, natural villages.
create table grids.base_feature (
    id uuid primary key,
    layer varchar(20) not null,
    position integer not null,
    name varchar(200) not null,
    class varchar(50) not null,
    shape geometry(Geometry, 4490) not null
);
create index base_feature_by_layer on grids.base_feature (layer, position);
