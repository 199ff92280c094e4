using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Inventory;

internal sealed class InventoryDb(DbContextOptions<InventoryDb> options) : ModuleDb(options)
{
    public DbSet<Location> Locations => Set<Location>();
    public DbSet<StockLevel> Levels => Set<StockLevel>();
    public DbSet<StockMovement> Movements => Set<StockMovement>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Allocation> Allocations => Set<Allocation>();
    public DbSet<ChannelRule> ChannelRules => Set<ChannelRule>();
}
