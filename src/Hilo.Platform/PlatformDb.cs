using Microsoft.EntityFrameworkCore;

namespace Hilo.Platform;

/// <summary>Tables of the platform that are read and edited one by one: people who work here, their sessions, the merchant.</summary>
internal sealed class PlatformDb(DbContextOptions<PlatformDb> options) : ModuleDb(options)
{
    public DbSet<Staff> Staff => Set<Staff>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<ShopperSession> ShopperSessions => Set<ShopperSession>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<Merchant> Merchants => Set<Merchant>();

    public DbSet<LegalEntity> LegalEntities => Set<LegalEntity>();
}
