using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Customers;

internal static class ShowCustomer
{
    public static void Map(RouteGroupBuilder customers) => customers.MapGet("/{id}", HandleAsync).WithSummary("A customer with contacts and identities.");

    private static async Task<Results<Ok<CustomerView>, NotFound>> HandleAsync(CustomerId id, CustomersDb db, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(db, id, cancel) is not { } view) return TypedResults.NotFound();
        http.ShowVersion(view.Version);
        return TypedResults.Ok(view);
    }

    public static async Task<CustomerView?> FindAsync(CustomersDb db, CustomerId id, CancellationToken cancel)
    {
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } customer) return null;
        var contacts = await db.ContactPoints.AsNoTracking().Where(c => c.CustomerId == id).OrderBy(c => c.AddedAt).ToListAsync(cancel);
        var identities = await db.Identities.AsNoTracking().Where(i => i.CustomerId == id).OrderBy(i => i.SeenAt).ToListAsync(cancel);
        return new CustomerView(
            customer.Id, customer.Version, customer.Name,
            [.. contacts.Select(c => new ContactPointView(c.Id, new Word<ContactKind>(c.Kind).ToString(), c.Value, c.IsVerified, c.AddedAt))],
            [.. identities.Select(i => new IdentityView(i.Id, new Word<IdentityKind>(i.Kind).ToString(), new Word<IdentityStrength>(i.Strength).ToString(), i.Evidence, i.SeenAt))],
            customer.MergedInto, customer.Since);
    }
}
