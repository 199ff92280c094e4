namespace Hilo.Web.Demo;

/// <summary>What the demo's own pages say.</summary>
internal static class DemoTexts
{
    public static string OtherLanguage => Text.Of("English", "Español");

    public static string Pages => Text.Of("Páginas de la demo", "Pages of the demo");

    public static string Begin => Text.Of("Empezar", "Start");

    public static string Clock => Text.Of("El reloj", "The clock");

    public static string Chaos => Text.Of("Las fallas", "The faults");

    public static string BeginTitle => Text.Of("Casa Retama, de prueba", "Casa Retama, to try out");

    public static string BeginText => Text.Of(
        "Una tienda de ropa inventada: cinco sucursales, un depósito, una web y un teléfono sobre un mismo stock. Los pagos y los mails los contesta esta máquina: nada es real.",
        "An invented clothing shop: five stores, a depot, a web shop and a phone on one stock. Payments and mail are answered by this machine: nothing is real.");

    public static string WhoIsWho => Text.Of("Quién es quién", "Who is who");

    public static string You => Text.Of("Vos", "You");

    public static string YouRole => Text.Of("Comprás", "Shopper");

    public static string YouText => Text.Of("Entrás sin cuenta y comprás como cualquiera, desde la compu o el teléfono.", "You come in without an account and buy like anybody, on a computer or a phone.");

    public static string GoShopping => Text.Of("Ir a la tienda", "Go to the shop");

    public static string Role(StaffRole role) => role switch
    {
        StaffRole.Owner => Text.Of("Dueña", "Owner"),
        StaffRole.Office => Text.Of("Oficina", "Office"),
        _ => Text.Of("Sucursal", "Store"),
    };

    public static string Work(StaffRole role) => role switch
    {
        StaffRole.Owner => Text.Of("Ve todo y cambia todo: pedidos, clientes, stock, precios y quién trabaja.", "Sees and changes everything: orders, customers, stock, prices and who works here."),
        StaffRole.Office => Text.Of("Atiende pedidos, confirma transferencias y devuelve plata.", "Looks after orders, confirms transfers and gives money back."),
        _ => Text.Of("Prepara pedidos con el teléfono y los entrega contra el código QR.", "Prepares orders on a phone and hands them over against the QR code."),
    };

    public static string EnterAs(string name) => Text.Of($"Entrar como {name}", $"Enter as {name}");

    public static string Story => Text.Of("Una historia para probar", "A story to try");

    public static string StoryText => Text.Of(
        "Cinco minutos, de la búsqueda a la entrega. Sirve tener dos ventanas: una para quien compra y otra para la tienda.",
        "Five minutes, from the search to the hand-over. Two windows help: one for the shopper and one for the shop.");

    public static string StoryBuy => Text.Of("Comprá una campera con retiro en Palermo", "Buy a jacket with pickup in Palermo");

    public static string StoryBuyText => Text.Of("Usá cualquier mail y pagá con la tarjeta «Aprobada».", "Use any e-mail address and pay with the card “Aprobada”.");

    public static string StoryMail => Text.Of("Leé el mail que te llegó", "Read the mail that you got");

    public static string StoryMailText => Text.Of("Todos los mails de la tienda caen en este buzón. El enlace abre tu pedido sin cuenta.", "All mail of the shop lands in this box. Its link opens your order without an account.");

    public static string StoryPrepare => Text.Of("Entrá como Nadia y preparalo", "Enter as Nadia and prepare it");

    public static string StoryPrepareText => Text.Of("Está en su lista: aceptalo, buscá la prenda, embalala y avisá que está lista.", "It is on her list: accept it, find the piece, pack it and say that it is ready.");

    public static string StoryPass => Text.Of("Abrí el segundo mail", "Open the second mail");

    public static string StoryPassText => Text.Of("Trae el código QR para retirar, y uno corto por si no hay cámara.", "It brings the QR code for the pickup, and a short one for when there is no camera.");

    public static string StoryHandOver => Text.Of("Entregalo contra el código", "Hand it over against the code");

    public static string StoryHandOverText => Text.Of("Como Nadia: escaneá el QR o escribí el código corto. Probalo dos veces: la segunda dice quién lo entregó y cuándo.", "As Nadia: scan the QR or type the short code. Try it twice: the second time it says who handed it over and when.");

    public static string StoryThread => Text.Of("Entrá como Lucía y mirá el hilo", "Enter as Lucía and look at the thread");

    public static string StoryThreadText => Text.Of("En el pedido y en el cliente está todo lo que pasó, en orden. Buscá a Sofía Bentancur: compra por la web, en la sucursal y por teléfono.", "The order and the customer show everything that happened, in order. Look for Sofía Bentancur: she buys on the web, in the store and by phone.");

    public static string WhatIf => Text.Of("¿Y si…?", "What if…?");

    public static string ClockShort => Text.Of("Adelantá los días: retiros que se vencen, transferencias que no llegan.", "Move the days: pickups that expire, transfers that never come.");

    public static string ChaosShort => Text.Of("La pasarela rechaza o se calla, el correo no contesta: nada se pierde.", "The gateway declines or falls silent, mail does not answer: nothing is lost.");

    public static string Behind => Text.Of("Lo que hay detrás", "Behind the scenes");

    public static string MailCatcher => Text.Of("Correo de prueba", "Mail catcher");

    public static string MailCatcherText => Text.Of("Todo lo que la tienda mandó.", "Everything that the shop sent.");

    public static string Gateway => Text.Of("Pasarela de prueba", "Test gateway");

    public static string GatewayText => Text.Of("Los pagos con tarjeta, vistos por el banco.", "Card payments as the bank sees them.");

    public static string Api => Text.Of("La API", "The API");

    public static string ApiText => Text.Of("La misma puerta que usan las pantallas, en OpenAPI.", "The same door that the screens use, as OpenAPI.");

    public static string Components => Text.Of("Los componentes", "The components");

    public static string ComponentsText => Text.Of("Todo lo que usan las pantallas, claro y oscuro.", "Everything the screens are made of, light and dark.");

    public static string Making => Text.Of("Se están armando seis semanas de pedidos", "Six weeks of orders are being made");

    public static string MakingText(decimal share) => Text.Of(
        $"{Format.Percent(Math.Floor(share * 100) / 100)} · Ya podés entrar a todas las páginas; lo que compres no se mezcla.",
        $"{Format.Percent(Math.Floor(share * 100) / 100)} · Every page works already; what you buy does not get mixed up.");

    public static string Made => Text.Of("Están las seis semanas de pedidos", "The six weeks of orders are in");

    public static string MadeText => Text.Of("Hay pedidos en todos los estados, clientes que vuelven y plata por devolver.", "There are orders in every state, customers who come back and money to give back.");

    public static string ClockTitle => Text.Of("El reloj de la tienda", "The shop's clock");

    public static string ClockText => Text.Of(
        "Adelanta la hora del negocio y solo esa: vencen los plazos, y la hora de la máquina sigue igual. No se puede volver atrás.",
        "Moves business time and nothing else: what has a deadline falls due, and the machine's own time stays. It does not run backwards.");

    public static string ShopTime => Text.Of("En la tienda son", "In the shop it is");

    public static string Ahead(TimeSpan moved) => moved == TimeSpan.Zero
        ? Text.Of("Es la hora real.", "That is the real time.")
        : Text.Of($"{Span(moved)} adelante de la hora real.", $"{Span(moved)} ahead of the real time.");

    public static string ClockWaits => Text.Of("El reloj espera", "The clock waits");

    public static string ClockWaitsText => Text.Of("Todavía se está armando el pasado de la tienda. Recargá en un minuto.", "The shop's past is still being made. Reload in a minute.");

    public static string Moving => Text.Of("Adelantando…", "Moving…");

    public static string OneHour => Text.Of("Adelantar 1 hora", "Move 1 hour");

    public static string OneDay => Text.Of("Adelantar 1 día", "Move 1 day");

    public static string ThreeDays => Text.Of("Adelantar 3 días", "Move 3 days");

    public static string OneWeek => Text.Of("Adelantar 1 semana", "Move 1 week");

    public static string Fell => Text.Of("El reloj se adelantó", "The clock was moved");

    public static string NothingFell => Text.Of("No venció nada.", "Nothing fell due.");

    public static string FellDue(string sweeper, int count) => sweeper switch
    {
        "ExpireReservations" => Text.Of($"{Text.Count(count, "reserva", "reservas")} de carritos se soltaron.", $"{Text.Count(count, "hold", "holds")} of carts released."),
        "ExpirePickups" => Text.Of($"{Text.Count(count, "retiro vencido", "retiros vencidos")}.", $"{Text.Count(count, "pickup", "pickups")} expired."),
        "ExpireUnpaid" => Text.Of($"{Text.Count(count, "pedido sin pagar se canceló", "pedidos sin pagar se cancelaron")}.", $"{Text.Count(count, "unpaid order", "unpaid orders")} canceled."),
        "GiveBack" => Text.Of($"{Text.Count(count, "reintegro", "reintegros")} con tarjeta.", $"{Text.Count(count, "card refund", "card refunds")} sent."),
        _ => Text.Of($"{Text.Count(count, "mail", "mails")} al buzón.", $"{Text.Count(count, "mail", "mails")} sent."),
    };

    public static string ClockTry => Text.Of("Para probar", "To try");

    public static string ClockTryTransfer => Text.Of("Comprá con transferencia y adelantá 1 hora: el pedido se cancela, el stock vuelve y te llega un mail.", "Buy with a transfer and move 1 hour: the order is canceled, its units are free again and a mail comes.");

    public static string ClockTryPickup => Text.Of("Dejá un retiro listo y adelantá 1 semana: vence, y la plata se devuelve o queda por devolver.", "Leave a pickup ready and move 1 week: it expires, and the money goes back or waits to be given back.");

    public static string ClockStays => Text.Of("Tu sesión sigue abierta. Los carritos que estaban abiertos vuelven a pedir precio.", "Your session stays open. Carts that were open ask for their prices again.");

    public static string ChaosTitle => Text.Of("Las fallas de afuera", "What goes wrong outside");

    public static string ChaosText => Text.Of(
        "Hacé fallar la pasarela, el correo y las fotos, y mirá cómo sigue la tienda. Todo vuelve a portarse bien cuando elegís «Funciona» o la demo se reinicia.",
        "Make gateway, mail and pictures fail, and see how the shop carries on. Everything behaves again when you choose “Works” or the demo restarts.");

    public static string ChaosSaved => Text.Of("Quedó así desde ahora.", "It is so from now on.");

    public static string ChaosGateway => Text.Of("Pasarela de tarjetas", "Card gateway");

    public static string ChaosMail => Text.Of("Correo", "Mail");

    public static string ChaosPictures => Text.Of("Fotos de productos", "Product pictures");

    public static string Saving => Text.Of("Guardando…", "Saving…");

    public static string SaveFaults => Text.Of("Guardar las fallas", "Save the faults");

    public static string ChaosHint => Text.Of("Después comprá algo y mirá el pedido, el pago y los mails.", "Then buy something and look at the order, the payment and the mail.");

    private static string Works => Text.Of("Funciona", "Works");

    public static IReadOnlyList<(string Value, string Title, string Text)> GatewayFaults =>
    [
        ("none", Works, Text.Of("Cobra y avisa como corresponde.", "Takes the money and says so.")),
        ("decline", Text.Of("Rechaza todas las tarjetas", "Declines every card"), Text.Of("Por fondos insuficientes.", "For insufficient funds.")),
        ("delay", Text.Of("Tarda 4 segundos", "Takes 4 seconds"), Text.Of("En cada respuesta.", "For each answer.")),
        ("lose", Text.Of("Pierde 3 respuestas", "Loses 3 answers"), Text.Of("Cobra y corta antes de contestar: no se cobra dos veces.", "Takes the money and hangs up before it answers: nobody pays twice.")),
        ("fail", Text.Of("Falla 3 veces", "Fails 3 times"), Text.Of("Contesta error y no hace nada.", "Answers an error and does nothing.")),
        ("silent", Text.Of("Se calla un minuto", "Is silent for a minute"), Text.Of("No contesta a nadie.", "Answers nobody.")),
        ("repeat", Text.Of("Repite los avisos", "Repeats its notices"), Text.Of("Cada aviso llega dos veces.", "Each webhook comes twice.")),
        ("reorder", Text.Of("Desordena los avisos", "Reorders its notices"), Text.Of("El segundo llega antes que el primero.", "The second comes before the first.")),
        ("no_webhooks", Text.Of("No avisa", "Sends no notices"), Text.Of("La tienda pregunta por su cuenta.", "The shop asks by itself.")),
        ("amount", Text.Of("Cobra un peso de menos", "Takes one peso less"), Text.Of("Una persona decide en la oficina.", "A person decides in the office.")),
    ];

    public static IReadOnlyList<(string Value, string Title, string Text)> MailFaults =>
    [
        ("none", Works, Text.Of("Acepta todo a la primera.", "Accepts everything at once.")),
        ("refuse", Text.Of("Rechaza 5 veces", "Refuses 5 times"), Text.Of("«Más tarde»: la tienda insiste.", "“Later”: the shop tries again.")),
        ("lose", Text.Of("Pierde 3 respuestas", "Loses 3 answers"), Text.Of("Acepta y corta: se manda otra vez con el mismo número y cuenta como uno.", "Accepts and hangs up: sent again under the same id, it counts as one.")),
        ("unknown", Text.Of("No conoce a nadie", "Knows nobody"), Text.Of("Rechaza para siempre: queda para una persona.", "Refuses for ever: a person looks into it.")),
        ("delay", Text.Of("Tarda 4 segundos", "Takes 4 seconds"), Text.Of("En cada mail.", "For each mail.")),
    ];

    public static string ChaosAgency => Text.Of("ARCA", "The tax agency");

    public static IReadOnlyList<(string Value, string Title, string Text)> AgencyFaults =>
    [
        ("none", Works, Text.Of("Autoriza cada factura.", "Authorizes each invoice.")),
        ("down", Text.Of("No contesta", "Does not answer"), Text.Of("La tienda vende igual; las facturas esperan y después salen solas, en orden.", "The shop sells on; invoices wait and then leave by themselves, in order.")),
        ("lose", Text.Of("Autoriza y se pierden 3 respuestas", "Authorizes and loses 3 answers"), Text.Of("Hilo pregunta por ese número; no se emite dos veces.", "Hilo asks for that number; nothing is issued twice.")),
        ("foreign", Text.Of("Otro programa toma números", "Another program takes numbers"), Text.Of("Se nota, se avisa y se sigue con el número que viene.", "It is noticed, named, and the next number is taken.")),
        ("html", Text.Of("Contesta una página en vez de un CAE", "Answers a page instead of a CAE"), Text.Of("Igual que una respuesta perdida.", "The same as a lost answer.")),
        ("delay", Text.Of("Tarda 4 segundos", "Takes 4 seconds"), Text.Of("En cada llamada.", "For each call.")),
    ];

    public static IReadOnlyList<(string Value, string Title, string Text)> PictureFaults =>
    [
        ("none", Works, Text.Of("Contesta cada foto.", "Answers each picture.")),
        ("not_found", Text.Of("No encuentra ninguna", "Finds none"), Text.Of("El producto muestra un dibujo en su lugar.", "The product shows a drawing in its place.")),
        ("cut", Text.Of("Corta a la mitad", "Hangs up half way"), Text.Of("Se vuelve a pedir más tarde.", "It is asked again later.")),
        ("wrong_content", Text.Of("Manda otra cosa", "Sends something else"), Text.Of("Una página en vez de una foto: no se guarda.", "A page instead of a picture: it is not kept.")),
    ];

    private static string Span(TimeSpan moved)
    {
        var (days, hours) = ((int)moved.TotalDays, moved.Hours);
        var parts = new List<string>();
        if (days > 0) parts.Add(Text.Count(days, Text.Of("día", "day"), Text.Of("días", "days")));
        if (hours > 0) parts.Add(Text.Count(hours, Text.Of("hora", "hour"), Text.Of("horas", "hours")));
        return string.Join(Text.Of(" y ", " and "), parts);
    }
}
