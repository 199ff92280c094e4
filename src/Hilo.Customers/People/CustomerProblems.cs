using Hilo.Platform;

namespace Hilo.Customers;

internal static class CustomerProblems
{
    public static readonly Problem EmailTaken = new("customer.email_taken", "Another customer has this e-mail address.");
    public static readonly Problem EmailInvalid = new("customer.email_invalid", "That is not an e-mail address.", 422);

    public static readonly IReadOnlyList<ProblemPage> Pages =
    [
        new("customer.email_taken",
            new("Ese correo ya es de otro cliente", "Cada correo pertenece a un solo cliente, para que su hilo no se parta en dos.", "Buscá el cliente por ese correo y usá esa ficha."),
            new("That e-mail belongs to another customer", "An e-mail address belongs to one customer, so that a thread is never split.", "Find the customer by that address and use that record.")),
        new("customer.email_invalid",
            new("Ese correo no es válido", "El texto no tiene la forma de una dirección de correo.", "Revisá que tenga una arroba y un dominio, como nombre@ejemplo.com."),
            new("That e-mail is not valid", "The text does not have the form of an e-mail address.", "Check that it has an at sign and a domain, like name@example.com.")),
    ];
}
