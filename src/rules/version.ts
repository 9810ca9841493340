/** Raised whenever the rules would judge an unchanged history differently: stored outlooks are then recomputed. */
export const rulesVersion = '21'
