-- The ledger of a variant in all places is read level by level now, by its key: this index cost every movement a page at random, a seventh of what an order writes on SQLite.
drop index inventory_stock_movements_variant;
