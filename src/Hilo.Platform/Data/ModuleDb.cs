using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Hilo.Platform;

/// <summary>The tables of one capability. Joins the session of its scope: connection, transaction and commit are shared.</summary>
public abstract class ModuleDb(DbContextOptions options) : DbContext(options)
{
    private DbSession? session;

    /// <summary>The session that this context joined.</summary>
    public DbSession Session => session ?? throw new InvalidOperationException($"{GetType().Name} comes from a scope of the container.");

    internal void Join(DbSession to)
    {
        session = to;
        to.Join(this);
    }

    internal void JoinConnection(DbConnection? connection) => Database.SetDbConnection(connection, contextOwnsConnection: false);

    internal void JoinTransaction(DbTransaction transaction) => Database.UseTransaction(transaction);

    internal void LeaveTransaction()
    {
        Database.UseTransaction(null);
        // Joining counted the connection as opened once more; it can only be exchanged when nobody counts on it.
        Database.CloseConnection();
    }

    /// <summary>Tells the log, in the transaction of this change; delivered later, at least once.</summary>
    public void Publish(IEvent happened) => Session.Publish(happened);

    /// <summary>Writes into the session's transaction, which it opens when needed; never commits.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges()) return 0;
        await Session.BeginAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <exception cref="NotSupportedException">Always: writing waits for its turn, which must not block a thread.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Call SaveChangesAsync.");

    /// <summary>Which entities this context stores: every mapping of its assembly unless it says otherwise.</summary>
    protected virtual void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(GetType().Assembly);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Map(modelBuilder);
        var module = this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?
            .GetServices<ModuleStorage>().FirstOrDefault(m => m.Context == GetType());
        if (module is null) throw new InvalidOperationException($"{GetType().Name} is registered with AddModuleDb.");
        StorageConventions.Apply(modelBuilder, module.TablePrefix, Dialect());
    }

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StorageConventions.Configure(configurationBuilder, GetType().Assembly, Dialect());

    private Dialect Dialect() => Database.IsNpgsql() ? Platform.Dialect.Postgres : Platform.Dialect.Sqlite;
}
