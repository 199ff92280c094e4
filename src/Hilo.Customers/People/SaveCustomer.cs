using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Customers;

/// <summary>Staff writes a customer down, or corrects a name and adds contacts. Contacts are added, never silently replaced.</summary>
internal static class SaveCustomer
{
    public static void Map(RouteGroupBuilder customers)
    {
        customers.MapPost("", CreateAsync).RequirePermission(Permissions.CustomersManage).WithSummary("Write a customer down.");
        customers.MapPut("/{id}", EditAsync).RequirePermission(Permissions.CustomersManage).WithSummary("Correct the name; an e-mail or phone that is new is added.");
    }

    private static async Task<Results<Created<CustomerView>, ProblemHttpResult>> CreateAsync(
        SaveCustomerRequest request, CustomersDb db, TimeProvider clock, CancellationToken cancel)
    {
        var customer = new Customer { Id = IId<CustomerId>.New(), Name = request.Name.Trim(), SearchName = Customer.Fold(request.Name), Since = clock.GetUtcNow() };
        db.Add(customer);
        if (await AddContactsAsync(db, customer.Id, request, clock, cancel) is { } problem) return problem.ToHttp();
        db.Publish(new CustomerCreated(customer.Id, null));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/customers/{customer.Id}", await ShowCustomer.FindAsync(db, customer.Id, cancel));
    }

    private static async Task<Results<Ok<CustomerView>, NotFound, ProblemHttpResult>> EditAsync(
        CustomerId id, SaveCustomerRequest request, CustomersDb db, HttpContext http, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Customers.SingleOrDefaultAsync(c => c.Id == id && c.MergedInto == null, cancel) is not { } customer) return TypedResults.NotFound();
        if (http.RefusedEditOf(customer.Version) is { } conflict) return conflict.ToHttp();
        customer.Rename(request.Name.Trim());
        if (await AddContactsAsync(db, id, request, clock, cancel) is { } problem) return problem.ToHttp();
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(customer.Version);
        return TypedResults.Ok(await ShowCustomer.FindAsync(db, id, cancel));
    }

    private static async Task<Problem?> AddContactsAsync(CustomersDb db, CustomerId id, SaveCustomerRequest request, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!string.IsNullOrWhiteSpace(request.Email))
        {
            if (EmailKey.Of(request.Email) is not { } key) return CustomerProblems.EmailInvalid;
            var owner = await db.Identities.AsNoTracking().Where(i => i.Kind == IdentityKind.Email && i.MatchKey == key).Select(i => (CustomerId?)i.CustomerId).SingleOrDefaultAsync(cancel);
            if (owner is { } other && other != id) return CustomerProblems.EmailTaken;
            if (owner is null)
            {
                db.Add(new CustomerIdentity { Id = IId<CustomerIdentityId>.New(), CustomerId = id, Kind = IdentityKind.Email, MatchKey = key, Strength = IdentityStrength.Medium, Evidence = "staff", SeenAt = now });
                db.Add(new ContactPoint { Id = IId<ContactPointId>.New(), CustomerId = id, Kind = ContactKind.Email, Value = request.Email.Trim(), MatchKey = key, AddedAt = now });
            }
        }
        if (!string.IsNullOrWhiteSpace(request.Phone))
        {
            var key = ArgentinePhone.KeyOf(request.Phone) ?? request.Phone.Trim();
            if (!await db.ContactPoints.AnyAsync(c => c.CustomerId == id && c.Kind == ContactKind.Phone && c.MatchKey == key, cancel))
                db.Add(new ContactPoint { Id = IId<ContactPointId>.New(), CustomerId = id, Kind = ContactKind.Phone, Value = request.Phone.Trim(), MatchKey = key, AddedAt = now });
        }
        return null;
    }
}
