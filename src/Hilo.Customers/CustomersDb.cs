using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Customers;

internal sealed class CustomersDb(DbContextOptions<CustomersDb> options) : ModuleDb(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<ContactPoint> ContactPoints => Set<ContactPoint>();

    public DbSet<CustomerIdentity> Identities => Set<CustomerIdentity>();

    public DbSet<SignInChallengeRow> Challenges => Set<SignInChallengeRow>();
}
