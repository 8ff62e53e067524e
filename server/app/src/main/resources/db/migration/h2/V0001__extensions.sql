create alias if not exists h2gis_spatial for "org.h2gis.functions.factory.H2GISFunctions.load";
call h2gis_spatial();
