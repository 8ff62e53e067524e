package org.gridsight.app.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, by the system administrator. */
@RestController
@RequestMapping("/api/users")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    Map<String, List<AccountView>> list() {
        return Map.of("items", accounts.list());
    }

    @PostMapping
    ResponseEntity<Map<String, String>> open(@RequestBody AccountRequest request, CurrentUser user) {
        NewAccount wanted = request.toNewAccount();
        accounts.open(wanted, String.valueOf(request.password()), user.username());
        return ResponseEntity.created(URI.create("/api/users/" + wanted.username()))
                .body(Map.of("username", wanted.username()));
    }

    @PatchMapping("/{username}")
    AccountView change(@PathVariable String username, @RequestBody AccountRequest request, CurrentUser user) {
        return accounts.change(username, request.toChange(), user);
    }
}
