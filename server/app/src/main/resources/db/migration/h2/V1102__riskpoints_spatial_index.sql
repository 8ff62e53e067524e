create spatial index risk_point_by_place on riskpoints.risk_point (place);
